package io.kempelen.gateway.mturk;

import io.kempelen.gateway.mturk.Operations.Operation;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns what a service answers into what an AWS client understands; a service's own MTurk errors pass as they are. */
final class ServiceAnswers {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper json;

    ServiceAnswers(JsonMapper json) {
        this.json = json;
    }

    /** @throws Fault when the service did not answer in MTurk's terms */
    MturkAnswer read(Operation operation, int status, byte[] body) {
        if (status == 200 || status == 204) return new MturkAnswer(200, body.length == 0 ? NOTHING : body);
        var problem = parse(body);
        if (status == 400 && problem.has("__type")) return new MturkAnswer(400, body);
        if (status >= 500 || status == 401 || status == 403) {
            throw Fault.service("The service could not do this at the moment. Repeat the call.");
        }
        throw switch (status) {
            case 404 -> unknown(operation, problem);
            case 405, 501 -> missing(operation);
            case 429 -> Fault.of("ThrottlingException", "Rate exceeded");
            case 400 -> Fault.of("SerializationException", detail(problem));
            case 422 -> Fault.request(detail(problem), "AWS.MechanicalTurk.InvalidParameterValue");
            default -> Fault.request(detail(problem), "AWS.MechanicalTurk.RequestError");
        };
    }

    /** A service that has no such operation says so with a 404 of no type of its own. */
    private static Fault unknown(Operation operation, JsonNode problem) {
        return problem.path("type").asString("").endsWith("/not-found")
                ? Fault.request(detail(problem), "AWS.MechanicalTurk.DoesNotExist")
                : missing(operation);
    }

    private static Fault missing(Operation operation) {
        return Fault.request(
                "The operation " + operation.name() + " is not available on this installation yet.",
                "AWS.MechanicalTurk.OperationNotAvailable");
    }

    private static String detail(JsonNode problem) {
        return problem.path("detail").asString("The request was not understood.");
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException noJson) {
            return json.createObjectNode();
        }
    }
}
