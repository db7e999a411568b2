package io.kempelen.local.replay;

import java.util.List;
import java.util.Map;

/** Rows with equal inputs: one task, and an answer per row. */
record RecordedTask(Map<String, String> input, List<RecordedAnswer> answers) {}
