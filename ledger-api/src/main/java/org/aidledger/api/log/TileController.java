package org.aidledger.api.log;

import java.time.Duration;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.proof.EntryBundle;
import org.aidledger.proof.Tile;
import org.aidledger.proof.TilePath;
import org.aidledger.proof.TransparencyLog;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tiles and entry bundles, under the very paths of C2SP's {@code tlog-tiles}. */
@RestController
@Needs(Right.PROOFS)
class TileController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final TransparencyLog log;

    TileController(TransparencyLog log) {
        this.log = log;
    }

    /**
     * A tile of hashes, or the entries below one.
     *
     * @param level 0 and more, or {@code entries}
     * @param path number and width, such as {@code /x001/x234/067.p/17}
     */
    @GetMapping(
            path = "/api/v1/log/tile/{level}/{*path}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String path) {
        boolean entries = level.equals("entries");
        Optional<byte[]> found =
                TilePath.parse(entries ? "0" : level, path.substring(1))
                        .flatMap(tile -> entries ? entries(tile) : log.hashes(tile));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .body(
                        found.orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.NOT_FOUND, "There is no such tile.")));
    }

    /** Only those that the tree has: nothing is told of an event before it is hashed. */
    private Optional<byte[]> entries(Tile tile) {
        return log.hashes(tile).flatMap(_ -> log.leaves(tile)).map(EntryBundle::write);
    }
}
