package io.kempelen.gateway.front;

import io.kempelen.gateway.GatewayProperties;
import io.kempelen.gateway.route.Service;
import io.kempelen.gateway.route.Upstreams;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One document for all of {@code /v1}, put together from what the services say; a service that is down keeps its last word. */
@Hidden
@RestController
class OpenApiController {

    private static final Logger LOG = LoggerFactory.getLogger(OpenApiController.class);
    private static final long MEMORY = Duration.ofMinutes(1).toNanos();
    private static final long MEMORY_OF_GAPS = Duration.ofSeconds(3).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String DOCUMENT = "/v3/api-docs";

    private record Known(byte[] document, boolean whole, long at) {
        boolean fresh() {
            return System.nanoTime() - at < (whole ? MEMORY : MEMORY_OF_GAPS);
        }
    }

    private final Upstreams upstreams;
    private final OpenApiMerger merger;
    private final OpenApiWebMvcResource own;
    private final JsonMapper json;
    private final String publicUrl;
    private final Map<Service, JsonNode> lastWords = new ConcurrentHashMap<>();
    private volatile @Nullable Known known;

    OpenApiController(
            Upstreams upstreams,
            OpenApiMerger merger,
            OpenApiWebMvcResource own,
            JsonMapper json,
            GatewayProperties properties) {
        this.upstreams = upstreams;
        this.merger = merger;
        this.own = own;
        this.json = json;
        this.publicUrl = properties.publicUrl().toString();
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document(HttpServletRequest request) throws IOException {
        var last = known;
        return last != null && last.fresh() ? last.document() : renewed(request);
    }

    /** One request asks the services, the others wait for what it hears. */
    private synchronized byte[] renewed(HttpServletRequest request) throws IOException {
        var last = known;
        if (last != null && last.fresh()) return last.document();
        var documents = new LinkedHashMap<String, JsonNode>();
        documents.put("gateway", json.readTree(own.openapiJson(request, DOCUMENT, Locale.ROOT)));
        askAll();
        for (var service : Service.values()) {
            var document = lastWords.get(service);
            if (document != null) documents.put(service.id(), document);
        }
        var merged = json.writeValueAsBytes(merger.merge(documents, publicUrl));
        known = new Known(merged, documents.size() == Service.values().length + 1, System.nanoTime());
        return merged;
    }

    private void askAll() {
        try (var parallel = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var service : Service.values()) parallel.execute(() -> ask(service));
        }
    }

    private void ask(Service service) {
        var host = upstreams.all(service).getFirst();
        try (var answer = upstreams.open(host, new BasicClassicHttpRequest("GET", DOCUMENT), PATIENCE)) {
            var body = EntityUtils.toByteArray(answer.getEntity());
            if (answer.getCode() == 200) lastWords.put(service, json.readTree(body));
        } catch (IOException | JacksonException notNow) {
            LOG.warn("{} gives no API document: {}", service.id(), notNow.toString());
        }
    }
}
