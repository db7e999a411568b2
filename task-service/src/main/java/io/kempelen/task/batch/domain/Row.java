package io.kempelen.task.batch.domain;

import java.util.List;

/** One row of a file: its number among the rows (the header is none), the line it begins on, and its cells. */
public record Row(int number, long line, List<String> cells) {}
