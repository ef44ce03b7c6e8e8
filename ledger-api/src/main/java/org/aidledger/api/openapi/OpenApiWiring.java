package org.aidledger.api.openapi;

import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.http.Paging;
import org.aidledger.event.AsOf;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the OpenAPI document together. */
@Configuration(proxyBeanMethods = false)
class OpenApiWiring {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(AsOf.class, Paging.class)
                .replaceWithSchema(Money.class, new StringSchema())
                .replaceWithSchema(Account.class, new StringSchema())
                .replaceWithSchema(BigDecimal.class, new StringSchema());
    }

    @Bean
    CommandPaths commandPaths(CommandBinding binding) {
        return new CommandPaths(binding);
    }

    @Bean
    QueryParameters queryParameters() {
        return new QueryParameters();
    }
}
