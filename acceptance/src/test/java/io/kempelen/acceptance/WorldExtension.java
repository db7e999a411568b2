package io.kempelen.acceptance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the platform before the first test that needs it and stops it after the last. */
final class WorldExtension implements ParameterResolver {

    private static final Namespace OWN = Namespace.create(WorldExtension.class);

    /** A start that failed fails every test, once and quickly. */
    private record Started(World world) implements AutoCloseable {
        @Override
        public void close() {
            world.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OWN)
                .computeIfAbsent("world", key -> start(), Started.class)
                .world();
    }

    private static Started start() {
        try {
            return new Started(World.start());
        } catch (Exception e) {
            throw new IllegalStateException("The platform does not start: " + e.getMessage(), e);
        }
    }
}
