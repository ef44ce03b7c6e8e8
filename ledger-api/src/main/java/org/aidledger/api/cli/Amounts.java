package org.aidledger.api.cli;

/** Amounts as people read them. */
final class Amounts {

    private Amounts() {}

    /**
     * A decimal text with its thousands set apart: {@code -1250000.00} as {@code -1,250,000.00}.
     */
    static String grouped(String decimal) {
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        String rest = point < 0 ? "" : decimal.substring(point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + rest;
    }
}
