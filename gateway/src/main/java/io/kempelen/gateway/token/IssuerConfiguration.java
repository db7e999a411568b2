package io.kempelen.gateway.token;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.kempelen.gateway.GatewayProperties;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.AbstractSecurityWebApplicationInitializer;

/** The platform's own OAuth2 issuer: an access key is a client, its token is good for its account. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    /** Only the issuer's own pages pass through Spring Security; everything else is decided in one place, the gatekeeper. */
    @Bean
    SecurityFilterChain issuer(HttpSecurity http) {
        return http.securityMatcher("/oauth2/**", "/.well-known/**")
                .oauth2AuthorizationServer(server -> {})
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** Spring Security's filter checks every header it hands on; other requests are spared that. */
    @Bean
    DelegatingFilterProxyRegistrationBean issuerFilter() {
        var filter = new DelegatingFilterProxyRegistrationBean(
                AbstractSecurityWebApplicationInitializer.DEFAULT_FILTER_NAME);
        filter.setUrlPatterns(List.of("/oauth2/*", "/.well-known/*"));
        filter.setOrder(-100);
        return filter;
    }

    @Bean
    JWKSource<SecurityContext> tokenKeys(GatewayProperties properties) {
        return new ImmutableJWKSet<>(TokenKeys.read(properties.tokenKey()));
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(GatewayProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.publicUrl().toString())
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accountClaims(AccessTokens tokens, AccessKeyClients clients) {
        return context -> {
            var keyId = context.getRegisteredClient().getClientId();
            clients.accountOf(keyId).ifPresent(account -> tokens.describe(context.getClaims(), account, keyId));
        };
    }

    /** Secrets of access keys are sealed, not hashed, so they are compared as they are, in constant time. */
    @Bean
    PasswordEncoder secretComparison() {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence raw) {
                return raw == null ? null : raw.toString();
            }

            @Override
            public boolean matches(@Nullable CharSequence raw, @Nullable String known) {
                return raw != null && known != null && MessageDigest.isEqual(utf8(raw.toString()), utf8(known));
            }
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
