package org.aidledger.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.aidledger.fund.ProjectId;

/** The usual course of projects, told in percent of what is planned for each. */
final class Course {

    private final Clerk clerk;
    private final Foreman foreman;
    private final Map<ProjectId, Long> disbursed = new HashMap<>();
    private final Map<ProjectId, Long> paid = new HashMap<>();

    Course(Clerk clerk, Foreman foreman) {
        this.clerk = clerk;
        this.foreman = foreman;
    }

    /** Disburses what is missing to that share. */
    void disburse(LocalDate day, Site site, int percent) {
        long amount = site.planned() * percent / 100 - disbursed.getOrDefault(site.id(), 0L);
        if (amount > 0) {
            clerk.disburse(day, site, amount);
            disbursed.merge(site.id(), amount, Long::sum);
        }
    }

    /** Pays what is missing to that share. */
    void pay(LocalDate day, Site site, int percent) {
        long amount = site.planned() * percent / 100 - paid.getOrDefault(site.id(), 0L);
        if (amount > 0) {
            clerk.pay(day, site, amount);
            paid.merge(site.id(), amount, Long::sum);
        }
    }

    /** Reports that share as physical progress, and as much of the investment as work done. */
    void progress(LocalDate day, Site site, int percent) {
        long value = site.investment() * percent / 100;
        foreman.progress(day, day, site, BigDecimal.valueOf(percent), value);
    }

    /** From the last works to closing, within about seven weeks. */
    void finish(LocalDate done, Site site) {
        progress(done, site, 100);
        foreman.complete(done, site);
        disburse(done.plusDays(4), site, 100);
        pay(done.plusDays(10), site, 95);
        foreman.accept(done.plusDays(20), site);
        pay(done.plusDays(28), site, 100);
        foreman.archive(done.plusDays(38), site);
        foreman.close(done.plusDays(48), site);
    }
}
