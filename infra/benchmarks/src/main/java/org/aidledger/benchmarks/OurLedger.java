package org.aidledger.benchmarks;

import java.util.Map;
import org.aidledger.projections.wiring.ProjectionsWiring;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The ledger's write side, wired as in production. */
final class OurLedger implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    OurLedger(Databases databases) {
        SpringApplication application = new SpringApplication(AutoConfigured.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(
                Map.of(
                        "ledger.db.url", databases.create("ours"),
                        "ledger.db.user", databases.user(),
                        "ledger.db.password", databases.password(),
                        "spring.main.banner-mode", "off"));
        context = application.run();
    }

    @EnableAutoConfiguration(exclude = ProjectionsWiring.class)
    static class AutoConfigured {}

    Commands commands() {
        return new Commands(context.getBean(CommandGateway.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
