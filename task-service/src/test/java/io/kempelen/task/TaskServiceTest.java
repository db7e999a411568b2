package io.kempelen.task;

import io.kempelen.messaging.testing.KempelenTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The service whole, and somebody who answers for payout-service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KempelenTest
@Import({PayoutStub.class, Scene.class})
@TestPropertySource(properties = {"kempelen.funds.patience=1500ms", "kempelen.batches.complete=100ms"})
@interface TaskServiceTest {}
