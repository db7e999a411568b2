package io.kempelen.payout;

import io.kempelen.messaging.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
