package io.kempelen.gateway;

import io.kempelen.messaging.testing.Infrastructure;
import io.kempelen.messaging.testing.KempelenTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The gateway whole, on a real PostgreSQL and Kafka, with a stand-in for the services. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KempelenTest
@ContextConfiguration(initializers = {Infrastructure.class, StandIns.class})
@Import(People.class)
public @interface GatewayTest {}
