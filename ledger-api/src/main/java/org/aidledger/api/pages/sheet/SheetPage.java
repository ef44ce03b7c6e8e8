package org.aidledger.api.pages.sheet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.RowPlaces;
import org.aidledger.api.imports.RowVerdicts;
import org.aidledger.api.imports.RowVerdicts.Kind;
import org.aidledger.api.imports.kept.KeptSheet;
import org.aidledger.api.imports.kept.KeptSheet.Work;
import org.aidledger.api.imports.kept.KeptSheets;
import org.aidledger.api.imports.sheet.CsvSheet;
import org.aidledger.api.imports.sheet.SheetColumn;
import org.aidledger.api.imports.sheet.SheetFormat;
import org.aidledger.api.imports.sheet.SheetResult;
import org.aidledger.api.imports.sheet.SheetTemplates;
import org.aidledger.api.imports.xlsx.XlsxSheet;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.sheet.Spreadsheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes sheets, shows what would become of their rows, and posts them. */
@Controller
@Needs(Right.IMPORT)
class SheetPage {

    /** How a heading that there is not is named, and where it stands. */
    private static final Pattern HEADING =
            Pattern.compile("^There is no column '(.*)' \\(([A-Z]+1)\\);");

    /** Before the names of a row's fields, so that none is taken for something else. */
    static final String CELL = "cell.";

    private static final String PAGE = "pages/sheet";
    private static final String PAGES = "pages/sheets";
    private static final int UNPROCESSABLE = 422;

    private final KeptSheets sheets;
    private final SheetTemplates templates;
    private final Receipts receipts;
    private final Frame frame;

    SheetPage(KeptSheets sheets, SheetTemplates templates, Receipts receipts, Frame frame) {
        this.sheets = sheets;
        this.templates = templates;
        this.receipts = receipts;
        this.frame = frame;
    }

    @GetMapping("/sheet")
    String all(Model model, Visit visit) {
        return all(model, visit, sheets.of(visit.caller()));
    }

    private String all(Model model, Visit visit, List<KeptSheet> kept) {
        frame.aboutAll(model, visit, "sheet");
        model.addAttribute("kept", kept.stream().map(s -> SheetView.of(visit, s)).toList());
        model.addAttribute("most", sheets.mostBytes() >> 20);
        return PAGES;
    }

    @GetMapping("/sheet/template")
    void template(Visit visit, HttpServletResponse response) throws IOException {
        download(response, "aid-ledger-template.xlsx");
        templates.of(visit.caller()).writeTo(response.getOutputStream());
    }

    private static void download(HttpServletResponse response, String name) {
        response.setContentType(Spreadsheet.TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** Whoever asks anew for the page that a file was refused on. */
    @GetMapping("/sheet/file")
    String beginAgain() {
        return "redirect:/sheet";
    }

    @PostMapping("/sheet/file")
    String take(Model model, Visit visit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (FormFile file = FormFile.of(request, sheets.mostBytes())) {
            SheetFormat format = file.isCsv() ? new CsvSheet() : new XlsxSheet();
            KeptSheet kept = sheets.take(visit.caller(), file.name(), format, file.path());
            return "redirect:/sheet/" + kept.id();
        } catch (FileRefused e) {
            response.setStatus(UNPROCESSABLE);
            String detail = String.valueOf(e.getMessage());
            Matcher heading = HEADING.matcher(detail);
            boolean named = visit.say().isChinese() && heading.find();
            model.addAttribute(
                    "refusal",
                    (named
                                    ? visit.say()
                                            .word(
                                                    "sheet.file.heading",
                                                    heading.group(1),
                                                    heading.group(2))
                                    : "")
                            + visit.say().name("sheet.file." + e.code(), ""));
            model.addAttribute("detail", named ? "" : detail);
            return all(model, visit, sheets.of(visit.caller()));
        }
    }

    @GetMapping("/sheet/{id}")
    String one(Model model, Visit visit, @PathVariable String id) {
        KeptSheet sheet = sheet(visit, id);
        frame.aboutAll(model, visit, "sheet");
        SheetView view = SheetView.of(visit, sheet);
        model.addAttribute("sheet", view);
        sheet.judged()
                .filter(_ -> !view.running())
                .ifPresent(judged ->
                        model.addAttribute("table", SheetTable.of(visit, sheet, judged, receipts)));
        return PAGE;
    }

    private KeptSheet sheet(Visit visit, String id) {
        return sheets.find(visit.caller(), id)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.NOT_FOUND,
                                "There is no such sheet, or no longer; bring the file again."));
    }

    /** Puts what was typed into a row, and judges all again. */
    @PostMapping("/sheet/{id}/rows/{row}")
    String correct(
            Visit visit,
            @PathVariable String id,
            @PathVariable long row,
            @RequestParam Map<String, String> parameters) {
        KeptSheet sheet = sheet(visit, id);
        Map<String, String> cells = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            String column = name.startsWith(CELL) ? name.substring(CELL.length()) : "";
            if (SheetColumn.exists(column) && !value.isBlank()) {
                cells.put(column, value.strip());
            }
        });
        if (sheet.replace(row, cells)) {
            sheet.begin(Work.JUDGING);
        }
        return back(id, parameters);
    }

    @PostMapping("/sheet/{id}/judge")
    String judge(
            Visit visit, @PathVariable String id, @RequestParam Map<String, String> parameters) {
        sheet(visit, id).begin(Work.JUDGING);
        return back(id, parameters);
    }

    /** Posts; whoever presses twice begins it once. */
    @PostMapping("/sheet/{id}/post")
    String post(
            Visit visit,
            @PathVariable String id,
            @RequestParam(defaultValue = "all") String mode,
            @RequestParam Map<String, String> parameters) {
        sheet(visit, id).begin(mode.equals("good") ? Work.POSTING_GOOD : Work.POSTING_ALL);
        return back(id, Map.of());
    }

    @PostMapping("/sheet/{id}/drop")
    String drop(Visit visit, @PathVariable String id) {
        sheets.drop(sheet(visit, id));
        return "redirect:/sheet";
    }

    /** Where whoever sent a form was. */
    private static String back(String id, Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        for (String name : List.of(SheetTable.SHOW, SheetTable.PAGE)) {
            String value = parameters.getOrDefault(name, "");
            if (value.matches("[a-z0-9]{1,12}")) {
                query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(value);
            }
        }
        return "redirect:/sheet/" + id + query;
    }

    @GetMapping("/sheet/{id}/result")
    void result(Visit visit, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        KeptSheet sheet = sheet(visit, id);
        RowVerdicts verdicts =
                sheet.judged()
                        .orElseThrow(() ->
                                new ProblemException(ProblemCode.NOT_FOUND, "It is not known yet."))
                        .verdicts();
        download(response, "result-" + sheet.name().replaceAll("\\.[A-Za-z]+$", "") + ".xlsx");
        new SheetResult(
                        sheet.format(),
                        verdicts,
                        RowPlaces.of(
                                receipts::stored,
                                verdicts.all(List.of(Kind.POSTED, Kind.REPEATED))),
                        reason -> Reasons.of(visit.say(), reason))
                .writeTo(sheet.file(), response.getOutputStream());
    }
}
