package org.aidledger.api.pages.samples;

import java.util.List;
import java.util.Optional;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.pages.postings.EventRow;
import org.aidledger.fund.Portion;
import org.aidledger.projections.samples.RegisteredSample;
import org.aidledger.projections.samples.Ticked;
import org.aidledger.projections.samples.Ticked.Tick;
import org.aidledger.projections.trail.TrailEntry;
import org.aidledger.sample.Mark;

/**
 * An item in the tick list.
 *
 * @param event the posting
 * @param hits how often it was drawn, empty where once
 * @param mark in a word, empty where there is none yet
 * @param misstated of an exception, in full
 * @param raise where an exception becomes a finding, empty where it is none or became one
 */
record ItemRow(
        long position,
        EventRow event,
        String amount,
        String hits,
        String mark,
        String tone,
        String misstated,
        String remark,
        String finding,
        String by,
        String raise,
        List<Ticked.Note> notes) {

    static ItemRow of(
            Visit visit, RegisteredSample sample, Ticked item, TrailEntry entry, EventRow row) {
        Say say = visit.say();
        Optional<Tick> tick = item.tick();
        boolean exception = tick.filter(t -> t.mark() == Mark.EXCEPTION).isPresent();
        return new ItemRow(
                item.item().position(),
                row,
                say.exact(item.item().amount()),
                item.item().hits() == 1 ? "" : say.word("sample.hits", item.item().hits()),
                tick.map(t -> say.word("mark." + t.mark())).orElse(""),
                tick.map(t -> tone(t.mark())).orElse(""),
                exception ? misstated(say, item) : "",
                tick.map(Tick::remark).orElse(""),
                tick.map(Tick::finding).orElse(""),
                tick.map(t -> t.by() + " · " + say.instant(t.at()) + " UTC").orElse(""),
                exception && tick.filter(t -> t.finding().isEmpty()).isPresent()
                        ? raise(visit, sample, item, entry)
                        : "",
                item.notes());
    }

    private static String misstated(Say say, Ticked item) {
        return switch (item.tick().orElseThrow().misstated()) {
            case Portion.Whole _ -> say.exact(item.item().amount());
            case Portion.Exactly(var amount) -> say.exact(amount);
        };
    }

    private static String tone(Mark mark) {
        return switch (mark) {
            case AGREED -> "done";
            case EXCEPTION -> "red";
            case NOT_APPLICABLE -> "plain";
        };
    }

    /** The form of a finding with what the sample knows filled in. */
    private static String raise(
            Visit visit, RegisteredSample sample, Ticked item, TrailEntry entry) {
        Tick tick = item.tick().orElseThrow();
        Address form =
                visit.to("findings", "raise")
                        .now()
                        .with("fund", sample.fund())
                        .with("event", item.item().position())
                        .with(
                                "text",
                                visit.say()
                                        .word(
                                                "sample.raise.text",
                                                sample.sample().value(),
                                                item.item().posting().value(),
                                                misstated(visit.say(), item),
                                                tick.remark()));
        return entry.projects().stream()
                .findFirst()
                .map(project -> form.with("project", project))
                .orElse(form)
                .toString();
    }
}
