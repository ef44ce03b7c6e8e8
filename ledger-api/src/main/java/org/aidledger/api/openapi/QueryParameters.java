package org.aidledger.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.aidledger.access.Permits;
import org.aidledger.access.Role;
import org.aidledger.api.access.Doorkeeper;
import org.aidledger.api.http.Paging;
import org.aidledger.event.AsOf;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Documents the query parameters that all reads have in common, and who may ask. */
final class QueryParameters implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (takes(handler, AsOf.class)) {
            add(operation, "asOf", "last business date that counts; today if absent", "date");
            add(
                    operation,
                    "knownAt",
                    "last recorded instant that counts, or a date for the end of that day in UTC;"
                            + " now if absent",
                    "date-time");
        }
        if (takes(handler, Paging.class)) {
            add(operation, "cursor", "where to go on: next of the page before", "");
            add(operation, "limit", "most items on the page, 1 to " + Paging.MOST, "");
        }
        Doorkeeper.right(handler)
                .ifPresent(right -> {
                    operation.addExtension("x-right", right.toString());
                    operation.addExtension("x-roles", roles(Permits.of(right)));
                });
        if (handler.hasMethodAnnotation(GetMapping.class)) {
            add(
                    operation,
                    "atLeast",
                    "position of a posting that the answer must include; waits for it a little",
                    "");
        }
        return operation;
    }

    /** The written names of roles, in their order. */
    static List<String> roles(Set<Role> roles) {
        return roles.stream().sorted().map(Role::toString).toList();
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(p -> p.getParameterType() == type);
    }

    private static void add(Operation operation, String name, String text, String format) {
        Schema<Object> schema = FieldSchemas.string();
        if (!format.isEmpty()) {
            schema.setFormat(format);
        }
        operation.addParametersItem(
                new Parameter().in("query").name(name).description(text).schema(schema));
    }
}
