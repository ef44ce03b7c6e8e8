package org.aidledger.api.cli;

/** In what form a command prints its result. */
enum Format {
    /** Aligned, for people. */
    TABLE("text/csv"),
    /** Exactly what the server answers. */
    JSON("application/json"),
    /** Exactly what the server answers, for spreadsheets. */
    CSV("text/csv");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
