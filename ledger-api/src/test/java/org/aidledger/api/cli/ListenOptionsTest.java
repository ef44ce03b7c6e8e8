package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Where a server is to listen, and cannot. */
class ListenOptionsTest {

    private static ListenOptions given(String... options) {
        return CommandLine.populateCommand(new ListenOptions(), options);
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ListenOptions taken = given("--port", Integer.toString(other.getLocalPort()));
            assertThatThrownBy(taken::asGiven)
                    .isInstanceOf(Refused.class)
                    .hasMessageContainingAll("port " + other.getLocalPort(), "--port");
            assertThatThrownBy(taken::whereFree).isInstanceOf(Refused.class);
        }
        assertThat(given("--port", "0").asGiven().port()).isZero();
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() {
        assertThatThrownBy(() -> given("--port", "0", "--address", "192.0.2.1").asGiven())
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("192.0.2.1", "--address");
    }
}
