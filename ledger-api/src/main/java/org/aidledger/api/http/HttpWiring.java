package org.aidledger.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.Receipts;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.projections.status.Present;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Puts together what every endpoint has in common. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpLimits.class)
class HttpWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    BodyLimit bodyLimit(HttpLimits limits, JsonMapper json) {
        return new BodyLimit(limits, json);
    }

    @Bean
    ReadableHead readableHead(JsonMapper json) {
        return new ReadableHead(json);
    }

    @Bean
    Ndjson ndjson(JsonMapper json) {
        return new Ndjson(json);
    }

    @Bean
    Positions positions() {
        return new Positions();
    }

    @Bean
    CommandRequests commandRequests(CommandBinding binding, Receipts receipts, HttpLimits limits) {
        return new CommandRequests(binding, receipts, limits);
    }

    /** Amounts and other decimals are strings; what is not there is left out. */
    @Bean
    JsonMapperBuilderCustomizer ledgerJson() {
        SimpleModule module = new SimpleModule("ledger");
        module.addSerializer(new AmountSerializer());
        module.addSerializer(new DecimalSerializer());
        return json ->
                json.addModule(module)
                        .changeDefaultPropertyInclusion(
                                v -> v.withValueInclusion(JsonInclude.Include.NON_ABSENT));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return factory -> factory.addConnectorCustomizers(ProblemAdapter::install);
    }

    @Bean
    WebMvcConfigurer ledgerMvc(Present present, Receipts receipts, HttpLimits limits) {
        return new WebMvcConfigurer() {

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AsOfResolver(present));
                resolvers.add(new PagingResolver());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new QueryGuard(receipts, limits))
                        .addPathPatterns("/api/**");
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                builder.addCustomConverter(new CsvConverter());
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(new AccountConverter());
            }
        };
    }

    private static final class AccountConverter implements Converter<String, Account> {

        @Override
        public Account convert(String text) {
            try {
                return Account.parse(text);
            } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
                throw ProblemException.invalid(
                        "account",
                        "account must be one like CASH:POOL or CASH:HELD:P-1, not '" + text + "'");
            }
        }
    }

    private static final class AmountSerializer extends StdSerializer<Money> {

        AmountSerializer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.decimal());
        }
    }

    private static final class DecimalSerializer extends StdSerializer<BigDecimal> {

        DecimalSerializer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toPlainString());
        }
    }
}
