package org.aidledger.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The event that a command ends in when it is accepted. The event repeats every component of the
 * command under the same name and adds what the decision found out.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Becomes {
    Class<? extends LedgerEvent> value();
}
