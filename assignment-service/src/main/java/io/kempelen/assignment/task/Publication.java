package io.kempelen.assignment.task;

import io.kempelen.assignment.qualification.domain.Requirements;
import io.kempelen.assignment.task.domain.Listing;
import io.kempelen.assignment.task.domain.Task;

/** A task that workers may take from now on, with its words and its demands. */
record Publication(Task task, Listing listing, Requirements requirements) {}
