package io.kempelen.task;

import io.kempelen.messaging.architecture.ArchitectureRules;

/** This service keeps the rules of all services. */
class ArchitectureTest extends ArchitectureRules {}
