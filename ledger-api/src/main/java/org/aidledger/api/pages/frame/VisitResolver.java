package org.aidledger.api.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.projections.status.Present;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;

/** Gives a page's handler its visit, or only how to write for its reader. */
final class VisitResolver implements HandlerMethodArgumentResolver {

    private final Present present;
    private final MessageSource messages;
    private final LocaleResolver language;

    VisitResolver(Present present, MessageSource messages, LocaleResolver language) {
        this.present = present;
        this.messages = messages;
        this.language = language;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class
                || parameter.getParameterType() == Say.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = (HttpServletRequest) request.getNativeRequest();
        if (parameter.getParameterType() == Say.class) {
            return say(http);
        }
        Address here = Address.of(http);
        return visit(http, here, Moment.of(here, present));
    }

    Say say(HttpServletRequest request) {
        Locale locale = language.resolveLocale(request);
        return new Say(messages, locale, Unit.of(request, locale));
    }

    /** As of now, whatever the address says, which may be what is wrong with it. */
    Visit now(HttpServletRequest request) {
        return visit(
                request,
                new Address(request.getRequestURI(), java.util.Map.of()),
                Moment.now(present));
    }

    private Visit visit(HttpServletRequest request, Address here, Moment moment) {
        return new Visit(here, moment, say(request), CurrentCaller.required());
    }
}
