package org.aidledger.api.imports.iati;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aidledger.api.imports.ImportReport.Remark;
import org.aidledger.api.imports.iati.Line.Unreadable;
import org.aidledger.event.Voucher;

/**
 * One activity of a file.
 *
 * @param id its identifier, empty where it has none that the ledger can hold
 * @param element which of the file's activities of that identifier, from 1
 * @param publisher the reporting organisation
 * @param recipient where its money goes
 * @param title its title, or its identifier where it has none
 * @param category its first sector
 * @param place its first location, else the recipient
 * @param currency of lines that name none, empty if not a currency
 * @param started actual start
 * @param completed actual end
 * @param earliest first date that anything in it has
 * @param remarks on the activity as a whole
 */
record Activity(
        String id,
        int element,
        Publisher publisher,
        Recipient recipient,
        String title,
        String category,
        String place,
        String currency,
        Optional<LocalDate> started,
        Optional<LocalDate> completed,
        LocalDate earliest,
        List<Line> lines,
        List<Unreadable> unreadable,
        List<Remark> remarks) {

    /** A date of an activity without any. */
    static final LocalDate UNDATED = Voucher.EARLIEST;

    /**
     * Who published it.
     *
     * @param ref its reference, possibly empty
     * @param name its name, else its reference
     */
    record Publisher(String ref, String name) {}

    /** The currencies of its lines, else its own. */
    Set<String> currencies() {
        Set<String> currencies = new TreeSet<>();
        lines.forEach(line -> currencies.add(line.amount().currency()));
        if (currencies.isEmpty() && !currency.isEmpty()) {
            currencies.add(currency);
        }
        return currencies;
    }

    FundKey fund(String ofCurrency) {
        return new FundKey(publisher.ref(), publisher.name(), ofCurrency, recipient.code());
    }

    Stream<Line> lines(String ofCurrency) {
        return lines.stream().filter(line -> line.amount().currency().equals(ofCurrency));
    }

    /** How many elements of it stand for money. */
    int size() {
        return lines.size() + unreadable.size();
    }
}
