package org.aidledger.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which an event is stored for ever. The class may move or be renamed;
 * the name may not. A change of shape takes the next revision and an upcaster.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {

    /** Aggregate and past-tense name, such as {@code fund.funds-disbursed}. */
    String value();

    /** Shape of the stored form, counted from 1. */
    String revision() default "1";
}
