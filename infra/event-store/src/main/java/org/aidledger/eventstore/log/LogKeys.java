package org.aidledger.eventstore.log;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SigningKey;
import org.aidledger.proof.VerifierKey;

/**
 * The keys that this node signs with.
 *
 * @param origin name of the log, that of every key
 * @param signing at least one
 */
record LogKeys(String origin, List<SigningKey> signing) {

    /**
     * @throws IllegalStateException if there is no key, or one of another name or kind
     */
    LogKeys {
        signing = List.copyOf(signing);
        if (signing.isEmpty()) {
            throw new IllegalStateException("the transparency log has no key");
        }
        for (SigningKey key : signing) {
            VerifierKey verifier = key.verifier();
            if (verifier.type() != KeyType.NOTE || !verifier.name().equals(origin)) {
                throw new IllegalStateException(
                        "the key %s is not one of the log %s".formatted(verifier, origin));
            }
        }
    }

    /**
     * Those that the settings give; else those in the data folder, made if there are none. A log
     * that has signed before keeps its name.
     */
    static LogKeys of(LogSettings settings, Path dataFolder, StoredCheckpoints stored) {
        List<SigningKey> keys = find(settings, dataFolder, stored);
        if (keys.isEmpty()) {
            throw new IllegalStateException("the transparency log has no key");
        }
        String origin = keys.getFirst().verifier().name();
        String wanted = settings.origin().isBlank() ? origin : settings.origin();
        String before = stored.origin().orElse(wanted);
        if (!before.equals(wanted)) {
            throw new IllegalStateException(
                    "this ledger's log is named %s, so it cannot be %s".formatted(before, wanted));
        }
        return new LogKeys(wanted, keys);
    }

    private static List<SigningKey> find(
            LogSettings settings, Path dataFolder, StoredCheckpoints stored) {
        if (!settings.key().isBlank()) {
            return KeyFile.read(settings.key());
        }
        if (!settings.keyFile().isBlank()) {
            return KeyFile.read(Path.of(settings.keyFile()));
        }
        Path file = dataFolder.resolve("log.key");
        return Files.exists(file)
                ? KeyFile.read(file)
                : KeyFile.make(file, () -> stored.origin().orElse(settings.origin()));
    }

    @Override
    public String toString() {
        return origin; // never the keys
    }
}
