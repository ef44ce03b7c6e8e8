package org.aidledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root has two ways to run the server, and may change its mind between starts. */
class ServerAccountTest {

    @TempDir Path folder;

    @Test
    void keepsDataWhenTheAccountChanges() throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can change accounts");
        Files.setPosixFilePermissions(
                folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        try (var server = EmbeddedPostgres.start(folder, ServerAccount.NOBODY)) {
            Sql.run(server, "create table note (text text)", "insert into note values ('kept')");
            assertThat(Files.getAttribute(folder.resolve("postgres-18"), "unix:uid"))
                    .isEqualTo(65534);
        }
        for (ServerAccount account :
                new ServerAccount[] {ServerAccount.NAMELESS, ServerAccount.NOBODY}) {
            try (var server = EmbeddedPostgres.start(folder, account)) {
                assertThat(Sql.ask(server, "select text from note")).isEqualTo("kept");
            }
        }
    }
}
