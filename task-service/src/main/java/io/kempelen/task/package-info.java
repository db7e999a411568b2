/** What is to be done: projects, task types, batches and tasks and their life cycle. Never who does it, whether it is good, or what moves in the ledger. */
@NullMarked
package io.kempelen.task;

import org.jspecify.annotations.NullMarked;
