package io.kempelen.notification;

import io.kempelen.messaging.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
