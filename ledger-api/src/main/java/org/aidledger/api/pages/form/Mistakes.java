package org.aidledger.api.pages.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.pages.frame.Say;

/** Says in the reader's language which fields of a form their command does not take. */
public final class Mistakes {

    private Mistakes() {}

    /** What is wrong, by path; each with what would be right. */
    public static Map<String, String> of(Say say, Form form, MalformedRequest refused) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        for (FieldProblem problem : refused.problems()) {
            mistakes.putIfAbsent(problem.field(), text(say, form, problem));
        }
        return mistakes;
    }

    private static String text(Say say, Form form, FieldProblem problem) {
        String name = name(problem.field());
        return say.isChinese()
                ? say.name(
                        "mistake." + form.command() + "." + name,
                        say.name("mistake." + name, say.word("post.invalid")))
                : problem.detail();
    }

    /** The last name of a path: {@code number} of {@code documents[0].number}. */
    static String name(String path) {
        return path.replaceAll("\\[[0-9]+]", "").replaceFirst(".*\\.", "");
    }
}
