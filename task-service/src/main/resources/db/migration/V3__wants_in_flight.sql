-- How many places are being asked for that make a task grow is asked whenever it shall grow more.
CREATE INDEX want_growth ON want (task_id) WHERE reason <> 'REJECTED' AND status = 'ASKED';
