package org.aidledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which funds a scope reaches, and which scope another includes. */
class ScopeTest {

    @ParameterizedTest
    @CsvSource({
        "*,           fund-1, '',      true",
        "ZJ,          fund-1, ZJ,      true",
        "ZJ,          fund-1, ZJ/QZ,   true",
        "ZJ,          fund-1, ZJ/QZ/X, true",
        "ZJ,          fund-1, ZJK,     false",
        "ZJ/QZ,       fund-1, ZJ,      false",
        "ZJ/QZ,       fund-1, ZJ/TZ,   false",
        "ZJ,          fund-1, '',      false",
        "fund:fund-1, fund-1, ZJ,      true",
        "fund:fund,   fund-1, ZJ,      false",
        "fund:fund*,  fund-1, '',      true",
        "fund:fund-2*,fund-1, '',      false",
    })
    void coversFunds(String scope, String fund, String organisation, boolean covered) {
        assertThat(
                        Scope.of(List.of(scope))
                                .covers(new FundId(fund), new Organisation(organisation)))
                .isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "*,        *,           true",
        "*,        ZJ,          true",
        "ZJ,       *,           false",
        "ZJ,       ZJ/QZ,       true",
        "ZJ/QZ,    ZJ,          false",
        "ZJ,       fund:a,      false",
        "fund:a*,  fund:ab,     true",
        "fund:a*,  fund:ab*,    true",
        "fund:ab*, fund:a*,     false",
        "fund:a,   fund:a,      true",
        "fund:a,   fund:a*,     false",
    })
    void includesOtherScopes(String scope, String other, boolean included) {
        assertThat(Scope.of(List.of(scope)).includes(Scope.of(List.of(other)))).isEqualTo(included);
    }

    @Test
    void noneReachesNothing() {
        Scope none = Scope.of(List.of());
        assertThat(none.covers(new FundId("fund-1"), Organisation.NONE)).isFalse();
        assertThat(none.includes(Scope.EVERYTHING)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ZJ//QZ",
                "/ZJ",
                "ZJ/",
                "ZJ QZ",
                "fund:",
                "fund:a/b",
                "a/b/c/d/e/f/g/h/i"
            })
    void whatIsNoneIsRefused(String written) {
        assertThatThrownBy(() -> Scope.of(List.of(written)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
