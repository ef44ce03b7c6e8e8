package org.aidledger.api.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.api.Api;
import org.junit.jupiter.api.Test;

/** What load balancers and clusters ask is answered to them, though they never sign in. */
class ProbesIT {

    static final String LIVENESS = "/actuator/health/liveness";
    static final String READINESS = "/actuator/health/readiness";

    @Test
    void strangersLearnWhetherItIsAliveAndReadyAndNothingElse() {
        for (String probe : new String[] {LIVENESS, READINESS}) {
            Api.Answer answer = Api.send(Api.stranger(probe));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
        assertThat(Api.send(Api.stranger("/actuator/health/ledger")).status()).isEqualTo(401);
    }
}
