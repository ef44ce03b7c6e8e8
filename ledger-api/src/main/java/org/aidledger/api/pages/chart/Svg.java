package org.aidledger.api.pages.chart;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Writes one picture. Texts are escaped here; nothing of it is escaped again. */
public final class Svg {

    private final StringBuilder svg = new StringBuilder();

    private Svg(double width, double height, String attributes) {
        svg.append("<svg viewBox=\"0 0 ")
                .append(n(width))
                .append(' ')
                .append(n(height))
                .append('"')
                .append(attributes)
                .append('>');
    }

    /** A picture that says something. */
    public static Svg of(double width, double height, String css, String label) {
        return new Svg(
                width,
                height,
                " class=\"%s\" role=\"img\" aria-label=\"%s\""
                        .formatted(css, HtmlUtils.htmlEscape(label)));
    }

    /** A picture that is stretched to its place. */
    public static Svg stretched(double width, double height, String css, String label) {
        return new Svg(
                width,
                height,
                " class=\"%s\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\""
                        .formatted(css, HtmlUtils.htmlEscape(label)));
    }

    /** A picture whose words stand beside it. */
    public static Svg silent(double width, double height, String css) {
        return new Svg(width, height, " class=\"%s\" aria-hidden=\"true\"".formatted(css));
    }

    public Svg rect(double x, double y, double width, double height, String css) {
        svg.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"/>"
                        .formatted(n(x), n(y), n(Math.max(0, width)), n(Math.max(0, height)), css));
        return this;
    }

    public Svg line(double x1, double y1, double x2, double y2, String css) {
        svg.append(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>"
                        .formatted(n(x1), n(y1), n(x2), n(y2), css));
        return this;
    }

    public Svg path(String path, String css) {
        svg.append("<path d=\"%s\" class=\"%s\"/>".formatted(path, css));
        return this;
    }

    public Svg circle(double x, double y, double radius, String css, String title) {
        svg.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"><title>%s</title></circle>"
                        .formatted(n(x), n(y), n(radius), css, HtmlUtils.htmlEscape(title)));
        return this;
    }

    public Svg text(double x, double y, String text, String css) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>"
                        .formatted(n(x), n(y), css, HtmlUtils.htmlEscape(text)));
        return this;
    }

    /** A number as short as it can be. */
    static String n(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** The whole picture. */
    public String end() {
        return svg + "</svg>";
    }
}
