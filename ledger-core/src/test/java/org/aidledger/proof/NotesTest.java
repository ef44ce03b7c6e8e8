package org.aidledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, notes, checkpoints and cosignatures against the examples of their specifications. */
class NotesTest {

    /** The example of C2SP's signed-note. */
    private static final String EXAMPLE_KEY =
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String EXAMPLE =
            """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    /** From the documentation of Go's note package. */
    private static final String GO_SIGNER =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String GO_VERIFIER =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String GO_NOTE =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final SigningKey LOG =
            SigningKey.of("log.example/aid", KeyType.NOTE, new byte[32]);
    private static final SigningKey WITNESS =
            SigningKey.of(
                    "audit.example",
                    KeyType.COSIGNATURE,
                    "another secret of 32 bytes, here".getBytes(StandardCharsets.UTF_8));

    @Test
    void theExampleOfTheSpecificationIsVerified() {
        VerifierKey key = VerifierKey.parse(EXAMPLE_KEY);
        SignedNote note = SignedNote.parse(EXAMPLE);
        assertThat(note.isSignedWith(key)).isTrue();
        assertThat(note.toString()).isEqualTo(EXAMPLE);
        assertThat(key.toString()).isEqualTo(EXAMPLE_KEY);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
    }

    @Test
    void whatGoSignedIsSignedTheSameHere() {
        SigningKey signer = SigningKey.parse(GO_SIGNER);
        assertThat(signer.verifier()).isEqualTo(VerifierKey.parse(GO_VERIFIER));
        assertThat(signer.secretText()).isEqualTo(GO_SIGNER);
        SignedNote note = SignedNote.parse(GO_NOTE);
        SignedNote own = new SignedNote(note.text(), List.of(signer.sign(note.text())));
        assertThat(own.toString()).isEqualTo(GO_NOTE);
        assertThat(note.isSignedWith(signer.verifier())).isTrue();
    }

    @Test
    void aSecretIsNotShown() {
        assertThat(LOG.toString()).doesNotContain(LOG.secretText().substring(40));
    }

    @Test
    void nothingOfANoteCanBeAltered() {
        VerifierKey key = VerifierKey.parse(EXAMPLE_KEY);
        for (int i = 0; i < EXAMPLE.length(); i++) {
            String altered =
                    EXAMPLE.substring(0, i)
                            + (char) (EXAMPLE.charAt(i) ^ 1)
                            + EXAMPLE.substring(i + 1);
            assertThat(isSigned(altered, key)).as(altered).isFalse();
        }
    }

    private static boolean isSigned(String note, VerifierKey key) {
        try {
            return SignedNote.parse(note).isSignedWith(key);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "text without signatures\n",
                "text\n\n",
                "text\n\n\u2014 name notbase64!\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name AAAAAAAAAAB=\n",
                "text\n\n- name AAAAAAAAAAAA\n",
                "te\u0007xt\n\n\u2014 name AAAAAAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAAAAAA",
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example .com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U",
                "example.com/foo+530d903a+B+kyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCheckpointIsReadBack() {
        Checkpoint checkpoint =
                new Checkpoint(
                        "example.com/behind-the-sofa",
                        20_852_163,
                        Hash.parse("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));
        assertThat(checkpoint.text())
                .isEqualTo(
                        """
                        example.com/behind-the-sofa
                        20852163
                        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                        """);
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n1\n",
                "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "a b\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx\n",
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWitnessSignsAtATime() {
        SignedNote note = new Checkpoint("log.example/aid", 0, Hash.EMPTY).signed(List.of(LOG));
        Instant time = Instant.ofEpochSecond(1_679_315_147);
        NoteSignature cosignature = Cosignature.sign(WITNESS, note.text(), time);
        SignedNote both = SignedNote.parse(note.with(List.of(cosignature)).toString());
        assertThat(both.signatures()).hasSize(2);
        assertThat(both.isSignedWith(LOG.verifier())).isTrue();
        assertThat(both.isSignedWith(WITNESS.verifier())).isTrue();
        assertThat(Cosignature.time(both.signatures().getLast())).isEqualTo(time);
        NoteSignature later =
                NoteSignature.parse(
                        Cosignature.sign(WITNESS, note.text(), time.plusSeconds(1)).toString());
        assertThat(later).isNotEqualTo(cosignature);
        byte[] moved = cosignature.value().clone();
        moved[7] ^= 1;
        NoteSignature backdated = new NoteSignature("audit.example", cosignature.keyId(), moved);
        assertThat(WITNESS.verifier().verifies(note.text(), backdated)).isFalse();
        assertThatThrownBy(() -> Cosignature.sign(LOG, note.text(), time))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
