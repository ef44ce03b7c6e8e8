package org.aidledger.api.pages.frame;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.projections.life.Life;

/**
 * The bar on which a reader moves through time.
 *
 * @param isNow whether the page shows how things stand now
 * @param head in a few words whether it does
 * @param words what is seen, and as known when
 * @param happened the axis of business dates
 * @param recorded the axis of recording
 * @param happenedTrack its picture
 * @param recordedTrack its picture
 * @param asOf the value of the field for the date
 * @param knownAt the value of the field for the instant
 * @param earlier the end of the month before, to step back to
 * @param later the end of the month behind
 */
public record TimeBar(
        boolean isNow,
        String head,
        String words,
        Axis happened,
        Axis recorded,
        String happenedTrack,
        String recordedTrack,
        String asOf,
        String knownAt,
        Optional<LocalDate> earlier,
        Optional<LocalDate> later) {

    static TimeBar of(Visit visit, Life life) {
        Moment moment = visit.moment();
        AsOf at = moment.at();
        Say say = visit.say();
        Map<LocalDate, Integer> dated = new HashMap<>();
        Map<LocalDate, Integer> inTime = new HashMap<>();
        Map<LocalDate, Integer> later = new HashMap<>();
        LocalDate knownOn = LocalDate.ofInstant(at.known(), ZoneOffset.UTC);
        for (Life.Day day : life.days()) {
            dated.merge(day.effective(), day.events(), Integer::sum);
            boolean late =
                    !moment.isNow()
                            && day.recorded().isAfter(knownOn)
                            && !day.effective().isAfter(at.effective());
            (late ? later : inTime).merge(day.recorded(), day.events(), Integer::sum);
        }
        List<Axis.Mark> happened = marks(dated, false);
        List<Axis.Mark> recorded = new ArrayList<>(marks(inTime, false));
        recorded.addAll(marks(later, true));
        Axis dates =
                Axis.over(
                        happened.stream().map(Axis.Mark::day).toList(),
                        moment.asOf().filter(_ -> moment.hasOtherDate()),
                        moment.today());
        Axis instants =
                Axis.over(
                        recorded.stream().map(Axis.Mark::day).toList(),
                        moment.knownAt().filter(_ -> moment.hasOtherKnowledge()).map(_ -> knownOn),
                        moment.today());
        return new TimeBar(
                moment.isNow(),
                say.word(
                        moment.isNow()
                                ? "time.now"
                                : moment.isAhead() ? "time.ahead" : "time.past"),
                words(moment, say),
                dates,
                instants,
                dates.track(happened, say.word("time.happened.picture")),
                instants.track(recorded, say.word("time.recorded.picture")),
                moment.asOf().map(LocalDate::toString).orElse(""),
                visit.here().get(Moment.KNOWN_AT),
                dates.monthEnds().reversed().stream().filter(at.effective()::isAfter).findFirst(),
                dates.monthEnds().stream()
                        .filter(_ -> moment.hasOtherDate())
                        .filter(at.effective()::isBefore)
                        .findFirst());
    }

    private static List<Axis.Mark> marks(Map<LocalDate, Integer> days, boolean late) {
        return days.entrySet().stream()
                .map(day -> new Axis.Mark(day.getKey(), day.getValue(), late))
                .toList();
    }

    private static String words(Moment moment, Say say) {
        if (moment.isNow()) {
            return say.word("time.words.now", say.day(moment.today()));
        }
        String date = say.day(moment.at().effective());
        return moment.hasOtherKnowledge()
                ? say.word("time.words.known", date, say.instant(moment.at().known()))
                : say.word("time.words.today", date);
    }
}
