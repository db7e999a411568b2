package io.kempelen.gateway.front;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Requests the server itself cannot read are refused with a problem too, not with its own page. */
@Configuration(proxyBeanMethods = false)
class ServerErrors {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsForUnreadableRequests() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host)
                host.setErrorReportValveClass(ProblemValve.class.getName());
        });
    }

    /** Made by Tomcat, by its name. */
    public static final class ProblemValve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            try {
                response.setContentType("application/problem+json");
                response.getOutputStream().write(body(status));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                container.getLogger().debug("A refusal could not be sent", gone);
            }
        }

        private static byte[] body(int status) {
            var type = status < 500 ? "bad-request" : "internal-error";
            var detail = status < 500
                    ? "The request cannot be read: its first line or a header is malformed or too long."
                    : "Something went wrong on our side.";
            return """
                    {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s"}""".formatted(type, status < 500 ? "Bad request" : "Internal error", status, detail)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
