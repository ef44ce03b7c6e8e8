package org.aidledger.api.pages.sheet;

import java.util.List;
import org.aidledger.api.imports.kept.KeptSheet;
import org.aidledger.api.imports.kept.KeptSheet.State;
import org.aidledger.api.imports.kept.KeptSheet.Trouble;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;

/**
 * A sheet as its owner sees it, besides its rows.
 *
 * @param doing what is being done, or was done last, in words
 * @param trouble why that broke off, empty if it did not
 * @param remarks what its maker should know
 */
record SheetView(
        String id,
        String name,
        String address,
        String rows,
        boolean running,
        String doing,
        long done,
        long total,
        String trouble,
        List<String> remarks) {

    static SheetView of(Visit visit, KeptSheet sheet) {
        Say say = visit.say();
        State state = sheet.state();
        return new SheetView(
                sheet.id(),
                sheet.name(),
                visit.to("sheet", sheet.id()).now().toString(),
                say.count(sheet.rows()),
                state.running(),
                say.word(
                        "sheet." + (state.running() ? "doing." : "did.") + state.work(),
                        say.count(state.done()),
                        say.count(state.total())),
                state.done(),
                Math.max(1, state.total()),
                state.trouble() == Trouble.NONE ? "" : say.word("sheet.trouble." + state.trouble()),
                sheet.remarks().stream()
                        .map(r ->
                                say.isChinese()
                                        ? say.name("sheet.remark." + r.getKey(), r.getValue())
                                        : r.getValue())
                        .toList());
    }
}
