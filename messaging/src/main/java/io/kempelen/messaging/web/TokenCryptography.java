package io.kempelen.messaging.web;

import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jose4j.jca.ProviderContext;

/** Who computes the signatures of the gateway's tokens: with Java's own Ed25519 they were a fifth of the cost of a request. */
public final class TokenCryptography {

    private TokenCryptography() {}

    public static ProviderContext context() {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
        var context = new ProviderContext();
        context.getSuppliedKeyProviderContext().setSignatureProvider(BouncyCastleProvider.PROVIDER_NAME);
        return context;
    }
}
