package org.aidledger.faults.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aidledger.faults.check.Flaw.Kind;

/** Gathers flaws, each once; many threads may find some. */
public final class Flaws {

    private final Set<Flaw> found = new LinkedHashSet<>();

    public synchronized void add(Kind kind, String sentence) {
        found.add(new Flaw(kind, sentence));
    }

    public synchronized List<Flaw> found() {
        return List.copyOf(found);
    }
}
