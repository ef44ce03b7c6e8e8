package org.aidledger.api.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aidledger.access.Right;

/**
 * The right that it takes to reach an endpoint at all. What is then asked of the ledger is checked
 * once more where it is handled; an endpoint without this is closed to everybody.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Right value();
}
