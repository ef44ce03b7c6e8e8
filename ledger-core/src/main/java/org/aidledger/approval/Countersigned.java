package org.aidledger.approval;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.aidledger.event.Actor;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundCommand;

/** A command with the name of its approver. */
public final class Countersigned {

    private Countersigned() {}

    public static FundCommand by(Actor approver, FundCommand command) {
        Voucher v = command.voucher();
        Voucher signed =
                new Voucher(
                        v.postingId(),
                        v.effective(),
                        v.actor(),
                        List.of(approver),
                        v.documents(),
                        v.note());
        RecordComponent[] components = command.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        types[i] == Voucher.class
                                ? signed
                                : components[i].getAccessor().invoke(command);
            }
            return command.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + command.getClass(), e);
        }
    }
}
