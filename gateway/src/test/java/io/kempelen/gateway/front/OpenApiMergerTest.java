package io.kempelen.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiMergerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpenApiMerger merger = new OpenApiMerger(JSON);

    @Test
    void keepsTwoMeaningsOfOneNameApart() {
        var merged = merge("""
                {"paths": {"/v1/a": {"get": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}}}}}}}},
                 "components": {"schemas": {"Page": {"type": "object"}, "Item": {"type": "string"}}}}""", """
                {"paths": {"/v1/b": {"get": {"x": [{"$ref": "#/components/schemas/Page"}, {"$ref": "#/components/schemas/Item"}]}}},
                 "components": {"schemas": {"Page": {"type": "array", "items": {"$ref": "#/components/schemas/Page"}}, "Item": {"type": "string"}}}}""");

        assertThat(merged.at("/components/schemas/Page/type").asString()).isEqualTo("object");
        assertThat(merged.at("/components/schemas/ReviewPage/items/$ref").asString())
                .isEqualTo("#/components/schemas/ReviewPage");
        assertThat(merged.at("/components/schemas/ReviewItem").isMissingNode()).isTrue();
        assertThat(merged.at("/paths/~1v1~1b/get/x/0/$ref").asString()).isEqualTo("#/components/schemas/ReviewPage");
        assertThat(merged.at("/paths/~1v1~1b/get/x/1/$ref").asString()).isEqualTo("#/components/schemas/Item");
    }

    @Test
    void showsThePublicPathsOnly() {
        var merged = merge("""
                {"paths": {"/v1/a": {"get": {}}, "/internal/mturk/GetHIT": {"post": {}}, "/error": {"get": {}}}}""", """
                {"paths": {"/v1/a": {"post": {}}}}""");

        assertThat(merged.path("paths").propertyNames()).containsExactly("/v1/a");
        assertThat(merged.at("/paths/~1v1~1a").propertyNames()).containsExactlyInAnyOrder("get", "post");
        assertThat(merged.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(merged.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    private JsonNode merge(String task, String review) {
        var documents = new LinkedHashMap<String, JsonNode>();
        documents.put("task-service", JSON.readTree(task));
        documents.put("review-service", JSON.readTree(review));
        return merger.merge(documents, "http://kempelen.test");
    }
}
