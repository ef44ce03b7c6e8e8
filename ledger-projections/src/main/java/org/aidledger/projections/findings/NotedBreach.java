package org.aidledger.projections.findings;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A breach of a rule that the ledger noted by itself beside a posting it kept.
 *
 * @param position position of the note in the ledger
 * @param postingId the request that broke the rule
 * @param code permanent code of the rule
 * @param subject the project it concerns, or the fund
 */
public record NotedBreach(
        long position,
        String eventId,
        String postingId,
        String code,
        String subject,
        String message,
        LocalDate effective,
        Instant recorded,
        String actor) {}
