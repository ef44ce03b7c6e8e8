package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import javax.sql.DataSource;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.embedded.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read side that cannot write says so, loses nothing, and goes on by itself. */
class HealthIT {

    private final JdbcClient database = JdbcClient.create(Api.bean(DataSource.class));

    @AfterEach
    void letWriteAgain() {
        database.sql("drop trigger if exists disk_full on read.trail").update();
    }

    @Test
    void aStoppedProcessorShowsAndGoesOnWithoutLoss() {
        TestFund fund = TestFund.open();
        fund.receive("2024-02-01", "900.00");
        assertThat(Api.get("/actuator/health").at("/status")).isEqualTo("UP");
        database.sql(
                        """
                        create or replace function read.disk_full() returns trigger
                        language plpgsql as $$ begin raise 'no space left for rows'; end $$
                        """)
                .update();
        database.sql(
                        """
                        create trigger disk_full before insert on read.trail
                        for each statement execute function read.disk_full()
                        """)
                .update();

        fund.receive("2024-02-02", "10.00");
        fund.receive("2024-02-03", "1.00");

        Answer down = health(a -> a.at("/status").equals("DOWN"));
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.at("/components/ledger/details/error")).contains("no space left for rows");
        assertThat(down.json().at("/components/ledger/details/lag").asLong()).isEqualTo(2);
        assertThat(received(fund)).isEqualTo("900.00");

        letWriteAgain();

        Answer up = health(a -> a.at("/status").equals("UP"));
        assertThat(up.json().at("/components/ledger/details/lag").asLong()).isZero();
        assertThat(received(fund)).isEqualTo("911.00");
        assertThat(fund.get("/replay?until=2024-12-31").status()).isEqualTo(200);
    }

    private static String received(TestFund fund) {
        return fund.get("/report?asOf=2024-12-31").at("/totals/received");
    }

    private static Answer health(Predicate<Answer> wanted) {
        return Eventually.ask(() -> Api.get("/actuator/health"), wanted);
    }
}
