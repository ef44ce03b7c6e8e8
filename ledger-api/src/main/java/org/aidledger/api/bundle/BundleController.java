package org.aidledger.api.bundle;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Ndjson;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives out bundles; each is finished before its first byte is sent, so that it arrives whole. */
@RestController
@Needs(Right.EVENTS)
class BundleController {

    private final BundleExport export;

    BundleController(BundleExport export) {
        this.export = export;
    }

    @GetMapping("/api/v1/exports/bundle")
    void bundle(@RequestParam FundId fund, AsOf asOf, HttpServletResponse response)
            throws IOException {
        Path file = Files.createTempFile("aid-ledger-bundle", "");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                export.write(fund, asOf, out);
            }
            response.setContentType(Ndjson.TYPE);
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }
}
