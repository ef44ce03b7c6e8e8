package org.aidledger.api.security;

import java.time.Duration;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Puts the cookies of browsers' sessions together; Spring Session finds them. */
@Configuration(proxyBeanMethods = false)
class SessionWiring {

    @Bean
    SessionSecrets sessionSecrets(ServerProperties server) {
        return new SessionSecrets(cookie(server.getServlet().getSession().getCookie()));
    }

    /** As {@code server.servlet.session.cookie} says, which only Spring's own one reads itself. */
    private static DefaultCookieSerializer cookie(Cookie settings) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setUseBase64Encoding(false);
        PropertyMapper map = PropertyMapper.get();
        map.from(settings::getName).to(cookie::setCookieName);
        map.from(settings::getDomain).to(cookie::setDomainName);
        map.from(settings::getPath).to(cookie::setCookiePath);
        map.from(settings::getHttpOnly).to(cookie::setUseHttpOnlyCookie);
        map.from(settings::getSecure).to(cookie::setUseSecureCookie);
        map.from(settings::getMaxAge).asInt(Duration::toSeconds).to(cookie::setCookieMaxAge);
        map.from(settings::getSameSite).as(SameSite::attributeValue).to(cookie::setSameSite);
        map.from(settings::getPartitioned).to(cookie::setPartitioned);
        return cookie;
    }
}
