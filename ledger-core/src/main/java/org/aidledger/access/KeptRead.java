package org.aidledger.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody asked something.
 *
 * @param number counts them, in the order in which they were kept; 0 before that
 * @param asked when
 * @param right which kind of question
 * @param fund about which fund; empty for all
 * @param asOf last business date that counted, if one was given
 * @param knownAt last recorded instant that counted, if one was given
 * @param figure what exactly was asked for, such as a path with its parameters
 */
public record KeptRead(
        long number,
        Instant asked,
        String user,
        String actor,
        String right,
        Optional<String> fund,
        Optional<LocalDate> asOf,
        Optional<Instant> knownAt,
        String figure) {}
