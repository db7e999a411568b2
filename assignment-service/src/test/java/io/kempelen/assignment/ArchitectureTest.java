package io.kempelen.assignment;

import io.kempelen.messaging.architecture.ArchitectureRules;

/** This service keeps every service's rules. */
class ArchitectureTest extends ArchitectureRules {}
