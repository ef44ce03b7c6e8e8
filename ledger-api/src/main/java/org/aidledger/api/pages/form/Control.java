package org.aidledger.api.pages.form;

import java.util.List;

/**
 * A field of a form on its page.
 *
 * @param path its name as the command's problems say it, such as {@code changes[0].planned}
 * @param hint what would be right; possibly empty
 * @param value what stands in it
 * @param part the kind chosen of a twofold value
 * @param options to choose from, or that may be meant
 * @param chosen of several
 * @param mistake what is wrong with it; possibly empty
 * @param rows of a list
 * @param adds rows that may be added
 * @param focus whether to go on here
 */
public record Control(
        String path,
        Kind kind,
        String label,
        String hint,
        boolean required,
        String value,
        String part,
        List<Option> options,
        List<String> chosen,
        String mistake,
        List<Row> rows,
        List<Option> adds,
        boolean focus) {

    public Control {
        options = List.copyOf(options);
        chosen = List.copyOf(chosen);
        rows = List.copyOf(rows);
        adds = List.copyOf(adds);
    }

    /**
     * A row of a list.
     *
     * @param path which one
     * @param title its number, and which form it has
     * @param form which form of several; empty where there is only one
     */
    public record Row(String path, String title, String form, List<Control> controls) {}

    /** Its id on the page. */
    public String id() {
        return id(path);
    }

    /** The id on the page of whatever has this path. */
    public static String id(String path) {
        return path.replaceAll("[\\[.]", "-").replace("]", "");
    }

    /** Whether it is the fingerprint of a file, which a browser can make. */
    public boolean isDigest() {
        return path.endsWith(".sha256");
    }

    /** Whether something may be meant, and something else typed. */
    public boolean suggests() {
        return kind == Kind.TEXT && !options.isEmpty();
    }

    /** What describes it on the page; empty if nothing does. */
    public String describedBy() {
        String said = hint.isEmpty() ? "" : id() + "-hint";
        return mistake.isEmpty() ? said : (id() + "-mistake " + said).strip();
    }
}
