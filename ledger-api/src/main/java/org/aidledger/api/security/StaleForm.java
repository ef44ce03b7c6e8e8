package org.aidledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers a form that does not bring its session's token: one that was open for too long, most
 * often. Nothing was done; what was typed into it is kept by the browser.
 */
final class StaleForm implements AccessDeniedHandler {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>援助账本 · Aid Ledger</title><link rel="stylesheet" href="/assets/ledger.css"></head>
            <body><main><div class="narrow"><h1>页面开得太久了</h1>
            <p class="notice bad" role="alert">什么也没有记下。请返回上一页、刷新,再提交一次。</p>
            <p class="sub" lang="en">This page was open for too long, and nothing was done.
            Go back, reload it, and send it again.</p>
            <p><a class="btn" href="/">回到总览 · Overview</a></p></div></main></body></html>
            """;

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(PAGE);
    }
}
