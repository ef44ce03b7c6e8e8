package org.aidledger.api.imports.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.ImportOptions;
import org.aidledger.api.imports.MemoryLedger;
import org.aidledger.api.imports.Rehearsal;
import org.aidledger.fund.PostBatch.BatchMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that mean harm, or end too early: refused by name, at once, with nothing posted. */
@Timeout(60)
class HostileXmlTest {

    private static final String GOOD =
            """
            <iati-activities version="2.03">
              <iati-activity default-currency="USD">
                <iati-identifier>XX-1</iati-identifier>
                <reporting-org ref="XX"/>
                <title><narrative>road</narrative></title>
                <recipient-country code="KE"/>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2020-01-01"/>
                <value>100</value></transaction>
              </iati-activity>
            </iati-activities>
            """;

    private final MemoryLedger ledger = new MemoryLedger();

    @TempDir private Path folder;

    private FileRefused refused(byte[] bytes) throws IOException {
        Path file = folder.resolve("file.xml");
        Files.write(file, bytes);
        FileRefused refused =
                catchThrowableOfType(
                        FileRefused.class,
                        () ->
                                new IatiImporter(ledger, () -> new Rehearsal(ledger))
                                        .run(
                                                file,
                                                new ImportOptions(
                                                        false, BatchMode.EACH, Optional.empty()),
                                                (_, _) -> {}));
        assertThat(ledger.count()).isZero();
        return refused;
    }

    private Code codeOf(String xml) throws IOException {
        return refused(xml.getBytes(StandardCharsets.UTF_8)).code();
    }

    @Test
    void billionLaughs() throws IOException {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l").append(i).append(" \"");
            entities.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        String xml =
                "<?xml version=\"1.0\"?><!DOCTYPE iati-activities ["
                        + entities
                        + "]>"
                        + GOOD.replace("road", "&l9;");
        assertThat(codeOf(xml)).isEqualTo(Code.HOSTILE_XML);
    }

    @Test
    void externalEntityFromAFile() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "top secret");
        String xml =
                "<!DOCTYPE iati-activities [<!ENTITY x SYSTEM \"%s\">]>".formatted(secret.toUri())
                        + GOOD.replace("road", "&x;");
        FileRefused refused = refused(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.code()).isEqualTo(Code.HOSTILE_XML);
        assertThat(refused.getMessage()).doesNotContain("top secret");
    }

    @Test
    void externalEntitiesAndDocumentTypesAreNotFetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
            assertThat(codeOf("<!DOCTYPE iati-activities SYSTEM \"" + url + "\">" + GOOD))
                    .isEqualTo(Code.HOSTILE_XML);
            assertThat(codeOf("<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]>" + GOOD))
                    .isEqualTo(Code.HOSTILE_XML);
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void undeclaredEntity() throws IOException {
        assertThat(codeOf(GOOD.replace("road", "&nbsp;")))
                .isIn(Code.MALFORMED_XML, Code.HOSTILE_XML);
    }

    /** Wherever the file is cut off, nothing of its first activities is posted. */
    @Test
    void truncatedAnywhere() throws IOException {
        byte[] whole = GOOD.getBytes(StandardCharsets.UTF_8);
        int end = GOOD.indexOf("</iati-activities>") + "</iati-activities>".length();
        for (int length = 0; length < end; length += 7) {
            assertThat(refused(java.util.Arrays.copyOf(whole, length)).code())
                    .as("cut after %d bytes", length)
                    .isEqualTo(Code.MALFORMED_XML);
        }
    }

    @Test
    void notXml() throws IOException {
        assertThat(codeOf("command,fund\r\n")).isEqualTo(Code.MALFORMED_XML);
        assertThat(codeOf(GOOD + "<again/>")).isEqualTo(Code.MALFORMED_XML);
        assertThat(codeOf(GOOD.replace("road", "\u0000"))).isEqualTo(Code.MALFORMED_XML);
        assertThat(refused(new byte[] {'<', 'a', '>', (byte) 0xff, (byte) 0xfe}).code())
                .isEqualTo(Code.MALFORMED_XML);
    }

    @Test
    void anotherKindOfXml() throws IOException {
        assertThat(codeOf("<html/>")).isEqualTo(Code.NOT_IATI);
        assertThat(codeOf("<iati-organisations version='2.03'/>")).isEqualTo(Code.NOT_IATI);
        assertThat(codeOf("<iati-activities version='1.05'/>"))
                .isEqualTo(Code.IATI_VERSION_UNSUPPORTED);
    }

    @Test
    void elementOfAnySizeOrDepth() throws IOException {
        assertThat(codeOf(GOOD.replace("road", "x".repeat(2_000_000))))
                .isEqualTo(Code.ACTIVITY_TOO_LARGE);
        assertThat(codeOf(GOOD.replace("road", "<a>".repeat(40) + "</a>".repeat(40))))
                .isEqualTo(Code.ACTIVITY_TOO_LARGE);
        assertThat(codeOf(GOOD.replace("road", "<a>".repeat(50_000) + "</a>".repeat(50_000))))
                .isIn(Code.ACTIVITY_TOO_LARGE, Code.HOSTILE_XML);
    }

    private static String deep(int levels) {
        return "<result>" + "<a>".repeat(levels) + "</a>".repeat(levels) + "</result>";
    }

    /** What nobody reads is passed over without being kept, unless it is absurd. */
    @Test
    void elementsThatAreNotReadMayBeDeep() throws IOException {
        assertThat(codeOf(GOOD.replace("<title>", deep(20_000) + "<title>")))
                .isEqualTo(Code.HOSTILE_XML);
        Path file = folder.resolve("deep.xml");
        Files.writeString(file, GOOD.replace("<title>", deep(50) + "<title>"));
        new IatiImporter(ledger, () -> new Rehearsal(ledger))
                .run(
                        file,
                        new ImportOptions(false, BatchMode.EACH, Optional.empty()),
                        (_, _) -> {});
        assertThat(ledger.count()).isPositive();
    }
}
