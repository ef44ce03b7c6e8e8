package org.aidledger.access;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which of the questions that were kept are wanted; what is empty does not restrict.
 *
 * @param fund about this fund, or about all funds at once
 * @param person who asked: the account, or a part of the name
 * @param right which kind of question
 * @param from the first day, in UTC
 * @param to the last day
 */
public record ReadFilter(
        Optional<String> fund,
        Optional<String> person,
        Optional<String> right,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {}
