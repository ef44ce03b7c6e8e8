package org.aidledger.api.pages.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.aidledger.api.approval.Waiting;
import org.aidledger.projections.life.Lives;
import org.aidledger.projections.status.Present;
import org.aidledger.projections.status.ReadSide;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts together what all pages have in common. */
@Configuration(proxyBeanMethods = false)
class FrameWiring {

    private static final Duration LONG = Duration.ofDays(365);

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Frame frame(Lives lives, ReadSide readSide, Waiting waiting, Assets assets) {
        return new Frame(lives, readSide, waiting, assets);
    }

    @Bean
    Language localeResolver() {
        return new Language();
    }

    @Bean
    VisitResolver visits(Present present, MessageSource messages, LocaleResolver localeResolver) {
        return new VisitResolver(present, messages, localeResolver);
    }

    @Bean
    PageErrors pageErrors(Frame frame, VisitResolver visits) {
        return new PageErrors(frame, visits);
    }

    @Bean
    WebMvcConfigurer pagesMvc(VisitResolver visits, Language language) {
        return new WebMvcConfigurer() {

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(visits);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(language).excludePathPatterns("/api/**", "/assets/**");
                registry.addInterceptor(new Again()).excludePathPatterns("/api/**", "/assets/**");
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/htmx*")
                        .addResourceLocations(folder())
                        .setCacheControl(CacheControl.maxAge(LONG).immutable());
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations(new ClassPathResource(Assets.FOLDER))
                        .setCacheControl(CacheControl.maxAge(LONG).immutable());
            }
        };
    }

    /** The folder that htmx is in, whose name says its version. */
    private static Resource folder() {
        try {
            String file = Assets.htmx().getURL().toString();
            return UrlResource.from(file.substring(0, file.lastIndexOf('/') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
