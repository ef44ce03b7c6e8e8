package org.aidledger.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ids become legal parts of account names, and come back. */
class AccountNamesTest {

    /** As Beancount's own parser has it, narrowed to the letters that are kept. */
    private static final Pattern LEGAL = Pattern.compile("[A-Z0-9][A-Za-z0-9\\u4E00-\\u9FFF-]*");

    private static final List<String> IDS =
            List.of(
                    "P-1",
                    "-",
                    "--",
                    "a",
                    "A--2E-",
                    "P--0-x",
                    "P--0-",
                    ".",
                    "x.",
                    "x-",
                    "44000-P150922",
                    "XM-DAC-928-AC-2016-17-00.045.AF01.ALB01",
                    "温宿县/道路（一期）",
                    "道路-2024",
                    "a:b%3Ac;d|e=f@g[h](i){j}\"k\\l",
                    "é",
                    "\uD840\uDC00");

    @Test
    void idsThatPeopleUseStayReadable() {
        assertThat(BeancountText.component("44000-P150922")).isEqualTo("44000-P150922");
        assertThat(BeancountText.component("P-1")).isEqualTo("P-1");
        assertThat(BeancountText.component("AF01.ALB01")).isEqualTo("AF01--2E-ALB01");
        assertThat(BeancountText.component("道路-2024")).isEqualTo("P--0-道路-2024");
        assertThat(HledgerText.encoded("温宿县/道路.1")).isEqualTo("温宿县/道路.1");
    }

    @Test
    void everyIdIsLegalAndComesBack() {
        Random random = new Random(1);
        Set<String> names = new HashSet<>();
        Set<String> ids = new HashSet<>(IDS);
        for (int i = 0; i < 20_000; i++) {
            ids.add(random(random));
        }
        for (String id : ids) {
            String name = BeancountText.component(id);
            assertThat(name).matches(LEGAL);
            assertThat(BeancountText.decoded(name)).isEqualTo(id);
            assertThat(names.add(name)).isTrue();
            assertThat(HledgerText.decoded(HledgerText.encoded(id))).isEqualTo(id);
            assertThat(HledgerText.encoded(id)).doesNotContain(":");
        }
    }

    private static String random(Random random) {
        String characters = "-.-aZ0P2E路:%\u00E9";
        StringBuilder id = new StringBuilder();
        for (int length = 1 + random.nextInt(7); length > 0; length--) {
            id.append(characters.charAt(random.nextInt(characters.length())));
        }
        return id.toString();
    }
}
