package io.kempelen.gateway;

import io.kempelen.messaging.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
