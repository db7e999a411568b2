package io.kempelen.messaging.web;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP edge that all services share. */
@AutoConfiguration
@Import(ProblemAdvice.class)
public class WebConfiguration {

    /** Not for the gateway, which makes these tokens and checks everybody else's. */
    @Bean
    @ConditionalOnProperty(name = "kempelen.internal-token-required", matchIfMissing = true)
    FilterRegistrationBean<CallerFilter> callerFilter(
            @Value("${kempelen.internal-jwks}") Resource jwks,
            @Value("${spring.application.name}") String service,
            JsonMapper json)
            throws IOException {
        var filter = new FilterRegistrationBean<>(
                new CallerFilter(new InternalTokens(jwks.getContentAsByteArray(), service), json));
        filter.setOrder(0);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyCachingFilter> bodyCachingFilter() {
        var filter = new FilterRegistrationBean<>(new BodyCachingFilter());
        filter.setOrder(1);
        return filter;
    }

    @Bean
    WebMvcConfigurer kempelenArguments(
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<JdbcTemplate> jdbc,
            ObjectProvider<JsonMapper> json,
            InstantSource clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
                resolvers.add(new IdempotencyResolver(
                        new TransactionTemplate(transactions.getObject()), jdbc.getObject(), json.getObject(), clock));
            }
        };
    }

    @Bean
    IdempotencyKeyExpiry idempotencyKeyExpiry(JdbcTemplate jdbc, InstantSource clock) {
        return new IdempotencyKeyExpiry(jdbc, clock);
    }
}
