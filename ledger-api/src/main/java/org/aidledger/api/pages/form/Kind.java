package org.aidledger.api.pages.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ReallocationBasis;
import org.aidledger.fund.Tender;
import org.aidledger.money.Money;

/** How a value is asked for. */
public enum Kind {
    /** One line. */
    TEXT,
    /** More than one line. */
    LONG,
    DATE,
    WHOLE,
    DECIMAL,
    /** Money, as people type it. */
    AMOUNT,
    /** One of a few. */
    CHOICE,
    /** Some of a few. */
    CHOICES,
    /** Yes or no, where no is what is usual. */
    CHECK,
    /** One of two kinds, and a text: {@code tender:REFERENCE}. */
    TWOFOLD,
    /** Any number of records or numbers. */
    ROWS;

    private static final Set<String> LONG_TEXTS =
            Set.of(
                    "reason",
                    "description",
                    "measure",
                    "evidence",
                    "conclusion",
                    "assets",
                    "archives",
                    "papers",
                    "consultantOpinion",
                    "note");

    /** Flags of a project; every other yes or no has to be said. */
    private static final Set<String> FLAGS =
            Set.of("capital", "livelihood", "grassroots", "enterprise");

    /** How a component of a type is asked for. */
    static Kind of(Type type, String name) {
        if (type instanceof ParameterizedType many) {
            return many.getRawType() == Set.class ? CHOICES : ROWS;
        }
        if (type == boolean.class) {
            return FLAGS.contains(name) ? CHECK : CHOICE;
        }
        if (type == LocalDate.class) {
            return DATE;
        }
        if (type == int.class) {
            return WHOLE;
        }
        if (type == BigDecimal.class) {
            return DECIMAL;
        }
        if (type == Money.class || type == Portion.class) {
            return AMOUNT;
        }
        if (type == Tender.class || type == ReallocationBasis.class) {
            return TWOFOLD;
        }
        if (type instanceof Class<?> raw && raw.isEnum()) {
            return CHOICE;
        }
        return LONG_TEXTS.contains(name) ? LONG : TEXT;
    }

    /** The kinds of a twofold value. */
    static List<String> twofold(Type type) {
        return type == Tender.class
                ? List.of("tender", "exempt")
                : List.of("adjustment", "reclaim");
    }

    /** What a list is of. */
    static Type element(Type list) {
        return ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    /** The forms that a record may take, by name; none where it has only one. */
    static List<JsonSubTypes.Type> forms(Type type) {
        if (type instanceof Class<?> raw) {
            JsonSubTypes forms = raw.getAnnotation(JsonSubTypes.class);
            return forms == null ? List.of() : List.of(forms.value());
        }
        return List.of();
    }

    /** Whether values of a type are records with fields of their own. */
    static boolean isRecord(Type type) {
        return type instanceof Class<?> raw && raw != BigDecimal.class && !raw.isEnum();
    }
}
