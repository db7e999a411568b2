package io.kempelen.messaging.mturk;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** MTurk's errors, in every service that owns some of its operations. */
@AutoConfiguration
@Import(MturkAdvice.class)
public class MturkConfiguration {}
