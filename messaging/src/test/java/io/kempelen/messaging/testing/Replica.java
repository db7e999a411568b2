package io.kempelen.messaging.testing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A second instance of the service under test, on the same database and the same topics. */
public final class Replica {

    private Replica() {}

    public static ConfigurableApplicationContext start(Class<?> application, Map<String, String> more) {
        var properties = new HashMap<String, Object>(Infrastructure.properties());
        properties.putAll(more);
        properties.put("server.port", "0");
        return new SpringApplicationBuilder(application, TestBeans.class)
                .properties(properties)
                .run(arguments(properties));
    }

    /** As arguments, because the imported defaults would win over default properties. */
    private static String[] arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }
}
