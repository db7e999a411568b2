package io.kempelen.review;

import io.kempelen.messaging.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
