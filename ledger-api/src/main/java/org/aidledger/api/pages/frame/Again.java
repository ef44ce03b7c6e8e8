package org.aidledger.api.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the browser's history stands after a form was answered with a page, such as one that says
 * what is wrong: at an address that can be opened again, so that going back to it or loading it
 * anew neither asks whether to send the form again nor sends it.
 */
public final class Again implements HandlerInterceptor {

    private static final String NAME = "again";

    Again() {}

    /** A page whose form is sent elsewhere than it is opened says where that is. */
    public static void at(Model model, String address) {
        model.addAttribute(NAME, address);
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        if (page != null
                && request.getMethod().equals("POST")
                && String.valueOf(page.getViewName()).startsWith("pages/")) {
            page.getModelMap().putIfAbsent(NAME, request.getRequestURI());
        }
    }
}
