package io.kempelen.payout.withdrawal.rail.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Carries Stripe's requests on the JDK's newer client. The one Stripe uses by default repeats a POST behind everybody's back and
 * does not tell a connection that never was from an answer that was lost; here that is the difference between later and perhaps.
 */
final class StripeHttp extends HttpClient {

    private final java.net.http.HttpClient http;
    private final Duration readTimeout;

    StripeHttp(Duration connectTimeout, Duration readTimeout) {
        this.http = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
        this.readTimeout = readTimeout;
    }

    /** There was no connection, so nothing was sent. */
    static final class NotSent extends ApiConnectionException {

        private static final long serialVersionUID = 1;

        NotSent(IOException cause) {
            super("Stripe cannot be reached.", cause);
        }
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        try {
            var response = http.send(translate(request), BodyHandlers.ofString());
            var headers = HttpHeaders.of(response.headers().map());
            return new StripeResponse(response.statusCode(), headers, response.body());
        } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
            throw new NotSent(nobodyThere);
        } catch (IOException lost) {
            throw new ApiConnectionException("Stripe gave no answer.", lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("Stripe's answer was not waited for.", stopped);
        }
    }

    private HttpRequest translate(StripeRequest request) {
        var translated = HttpRequest.newBuilder(URI.create(request.url().toString()))
                .timeout(readTimeout)
                .method(request.method().name(), body(request))
                .setHeader("User-Agent", buildUserAgentString(request));
        request.headers().map().forEach((name, values) -> values.forEach(value -> translated.setHeader(name, value)));
        if (request.content() != null)
            translated.setHeader("Content-Type", request.content().contentType());
        return translated.build();
    }

    private static BodyPublisher body(StripeRequest request) {
        return request.content() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(request.content().byteArrayContent());
    }
}
