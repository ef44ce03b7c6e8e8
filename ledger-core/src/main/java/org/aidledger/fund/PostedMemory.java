package org.aidledger.fund;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.PostingId;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
import org.aidledger.posting.Account;
import org.aidledger.posting.Movement;
import org.aidledger.posting.Transfer;

/** A posting as the books remember it under its id, until a reversal asks for it. */
final class PostedMemory {

    private PostedMemory() {}

    static byte[] write(Books.Posted posting) {
        MemoryWriter out = new MemoryWriter();
        out.text(posting.type());
        out.date(posting.effective());
        out.many(
                posting.transfers(),
                transfer -> {
                    out.choice(transfer.movement());
                    write(out, transfer.from());
                    write(out, transfer.to());
                    MoneyMemory.write(out, transfer.amount());
                });
        out.flag(posting.reversal());
        return out.toBytes();
    }

    static Books.Posted read(PostingId id, MemoryReader in) {
        return new Books.Posted(id, in.text(), in.date(), transfers(in), in.flag());
    }

    private static List<Transfer> transfers(MemoryReader in) {
        return List.copyOf(
                in.many(
                        new ArrayList<>(),
                        () ->
                                new Transfer(
                                        in.choice(Movement.class),
                                        account(in),
                                        account(in),
                                        MoneyMemory.read(in))));
    }

    private static void write(MemoryWriter out, Account account) {
        out.choice(account.kind());
        out.optional(account.project(), project -> out.text(project.value()));
    }

    private static Account account(MemoryReader in) {
        return new Account(
                in.choice(Account.Kind.class), in.optional(() -> new ProjectId(in.text())));
    }
}
