package io.kempelen.gateway.mturk;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a signature covers; header names in lower case, every value of a header as it came. */
record SignedRequest(
        String method, String path, @Nullable String query, Function<String, List<String>> headers, byte[] body) {

    @Nullable
    String header(String name) {
        var values = headers.apply(name);
        return values.isEmpty() ? null : values.getFirst();
    }
}
