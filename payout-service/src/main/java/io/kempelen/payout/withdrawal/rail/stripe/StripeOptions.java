package io.kempelen.payout.withdrawal.rail.stripe;

import com.stripe.net.Authenticator;
import com.stripe.net.BearerTokenAuthenticator;
import com.stripe.net.StripeResponseGetterOptions;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import org.jspecify.annotations.Nullable;

/** One address, one key, and no repetition of its own: whether a call is repeated is the guard's and the payout's business. */
final class StripeOptions extends StripeResponseGetterOptions {

    private final StripeProperties properties;

    StripeOptions(StripeProperties properties) {
        this.properties = properties;
    }

    @Override
    public Authenticator getAuthenticator() {
        return new BearerTokenAuthenticator(properties.apiKey());
    }

    @Override
    public int getMaxNetworkRetries() {
        return 0;
    }

    @Override
    public int getConnectTimeout() {
        return Math.toIntExact(properties.connectTimeout().toMillis());
    }

    @Override
    public int getReadTimeout() {
        return Math.toIntExact(properties.readTimeout().toMillis());
    }

    @Override
    public String getApiBase() {
        return properties.apiBase().toString();
    }

    @Override
    public String getFilesBase() {
        return getApiBase();
    }

    @Override
    public String getConnectBase() {
        return getApiBase();
    }

    @Override
    public String getMeterEventsBase() {
        return getApiBase();
    }

    @Override
    public @Nullable String getClientId() {
        return null;
    }

    @Override
    public @Nullable Proxy getConnectionProxy() {
        return null;
    }

    @Override
    public @Nullable PasswordAuthentication getProxyCredential() {
        return null;
    }

    @Override
    public @Nullable String getStripeAccount() {
        return null;
    }

    @Override
    public @Nullable String getStripeContext() {
        return null;
    }
}
