package io.kempelen.gateway.front;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Makes one OpenAPI document of many: a schema that two services call alike but mean otherwise gets its service's name. */
@Component
class OpenApiMerger {

    private static final String PUBLIC = "/v1/";
    private static final String DEAD_LETTERS = "/v1/operator/dead-letters";
    private static final String REF = "$ref";
    private static final String COMPONENTS = "#/components/";

    private final JsonMapper json;

    OpenApiMerger(JsonMapper json) {
        this.json = json;
    }

    /** @param documents by the name of their service; a name that is taken is taken by the earlier one */
    ObjectNode merge(Map<String, JsonNode> documents, String publicUrl) {
        var merged = skeleton(publicUrl);
        documents.forEach((service, document) -> add(merged, service, document));
        return merged;
    }

    private ObjectNode skeleton(String publicUrl) {
        return json.readTree("""
                {"openapi": "3.1.0",
                 "info": {"title": "Kempelen", "version": "1",
                  "description": "Post microtasks, do them, check them, be paid. Errors are RFC 9457 problems. Lists take cursor and limit. POSTs take an Idempotency-Key."},
                 "servers": [], "security": [{"bearer": []}], "paths": {},
                 "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                   "description": "An access token: POST /oauth2/token with grant_type=client_credentials and an access key as client."}}}}
                """)
                .asObject()
                .set(
                        "servers",
                        json.createArrayNode().add(json.createObjectNode().put("url", publicUrl)));
    }

    private void add(ObjectNode merged, String service, JsonNode document) {
        var renamed = addComponents(merged, service, document.path("components"));
        document.path("paths").properties().forEach(path -> {
            if (!path.getKey().startsWith(PUBLIC) && !path.getKey().equals("/v1")) return;
            if (path.getKey().startsWith(DEAD_LETTERS) && merged.path("paths").has(path.getKey())) return;
            addPath(
                    (ObjectNode) merged.path("paths"),
                    service,
                    path.getKey(),
                    referring(path.getValue().deepCopy(), renamed));
        });
    }

    /** Two services may own different methods of one path. */
    private static void addPath(ObjectNode paths, String service, String path, JsonNode item) {
        var known = paths.has(path) ? (ObjectNode) paths.path(path) : paths.putObject(path);
        item.properties().forEach(operation -> {
            if (operation.getValue() instanceof ObjectNode described && described.has("operationId")) {
                described.put(
                        "operationId",
                        service.replace("-service", "") + "_"
                                + described.path("operationId").asString(""));
            }
            known.set(operation.getKey(), operation.getValue());
        });
    }

    /** Adds the components and returns which references mean another name now. */
    private Map<String, String> addComponents(ObjectNode merged, String service, JsonNode components) {
        var renamed = new HashMap<String, String>();
        components
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    var known = merged.path("components").path(kind.getKey()).path(component.getKey());
                    if (!known.isMissingNode() && !known.equals(component.getValue())) {
                        renamed.put(
                                ref(kind.getKey(), component.getKey()),
                                ref(kind.getKey(), prefixed(service, component.getKey())));
                    }
                }));
        components.properties().forEach(kind -> {
            var into = ((ObjectNode) merged.path("components")).withObject("/" + kind.getKey());
            kind.getValue()
                    .properties()
                    .forEach(component -> into.set(
                            renamed.containsKey(ref(kind.getKey(), component.getKey()))
                                    ? prefixed(service, component.getKey())
                                    : component.getKey(),
                            referring(component.getValue().deepCopy(), renamed)));
        });
        return renamed;
    }

    private static JsonNode referring(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            if (object.get(REF) instanceof StringNode ref)
                object.put(REF, renamed.getOrDefault(ref.asString(), ref.asString()));
            object.values().forEach(child -> referring(child, renamed));
        } else if (node instanceof ArrayNode array) {
            array.values().forEach(child -> referring(child, renamed));
        }
        return node;
    }

    private static String ref(String kind, String name) {
        return COMPONENTS + kind + "/" + name;
    }

    /** {@code task-service} and {@code Page} give {@code TaskPage}. */
    private static String prefixed(String service, String name) {
        var word = service.replace("-service", "");
        return Character.toUpperCase(word.charAt(0)) + word.substring(1) + name;
    }
}
