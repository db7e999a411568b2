-- How many of a task's places replace rejected answers is asked whenever it grows.
CREATE INDEX want_task ON want (task_id) WHERE reason = 'REJECTED' AND status = 'HELD';
