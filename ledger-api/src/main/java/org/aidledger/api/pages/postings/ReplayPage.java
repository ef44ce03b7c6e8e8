package org.aidledger.api.pages.postings;

import java.time.LocalDate;
import java.util.Optional;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.event.AsOf;
import org.aidledger.finding.FindingId;
import org.aidledger.fund.FundId;
import org.aidledger.projections.life.Lives;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads to the event from which somebody wants to go through a fund step by step. */
@Controller
class ReplayPage {

    private final Lives lives;

    ReplayPage(Lives lives) {
        this.lives = lives;
    }

    /**
     * @param happened a business date; the event dated first from then on
     * @param recorded a day; the event recorded first from then on
     * @param finding the event that raised it
     */
    @GetMapping("/funds/{fund}/replay")
    String replay(
            Visit visit,
            @PathVariable FundId fund,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String recorded,
            @RequestParam(defaultValue = "") String finding) {
        long position =
                target(fund, visit.at(), happened, recorded, finding)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.NOT_FOUND,
                                        "The fund %s has no such event.".formatted(fund)));
        return "redirect:" + visit.to("funds", fund.value(), "events", Long.toString(position));
    }

    private Optional<Long> target(
            FundId fund, AsOf at, String happened, String recorded, String finding) {
        if (!happened.isEmpty()) {
            LocalDate date = PointInTime.date("happened", happened);
            return lives.happenedFrom(fund, at, date);
        }
        if (!recorded.isEmpty()) {
            LocalDate day = PointInTime.date("recorded", recorded);
            return lives.recordedFrom(fund, at, day);
        }
        return finding.isEmpty() ? lives.first(fund, at) : lives.raised(fund, at, id(finding));
    }

    private static FindingId id(String finding) {
        try {
            return new FindingId(finding);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("finding", String.valueOf(e.getMessage()));
        }
    }
}
