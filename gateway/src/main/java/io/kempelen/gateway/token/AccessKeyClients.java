package io.kempelen.gateway.token;

import io.kempelen.gateway.GatewayProperties;
import io.kempelen.gateway.account.Standing;
import io.kempelen.gateway.account.Standings;
import io.kempelen.gateway.account.domain.Account;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Access keys as OAuth2 clients: active keys of accounts that are not suspended, and no others. */
@Component
class AccessKeyClients implements RegisteredClientRepository {

    private final Standings standings;
    private final TokenSettings settings;

    AccessKeyClients(Standings standings, GatewayProperties properties) {
        this.standings = standings;
        this.settings = TokenSettings.builder()
                .accessTokenTimeToLive(properties.tokenLifetime())
                .build();
    }

    Optional<Account> accountOf(String keyId) {
        return standings.ofKey(keyId).filter(standing -> !standing.suspended()).map(Standing::account);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String keyId) {
        return standings
                .ofKey(keyId)
                .filter(standing -> !standing.suspended())
                .map(standing -> client(keyId, standing))
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    /** Spring's interface asks for it and its server never calls it here: keys are made, sealed and told in one place only. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Access keys are made at /v1/account/access-keys");
    }

    private RegisteredClient client(String keyId, Standing standing) {
        return RegisteredClient.withId(keyId)
                .clientId(keyId)
                .clientSecret(standing.secretOf(keyId))
                .clientName(standing.account().id())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(settings)
                .build();
    }
}
