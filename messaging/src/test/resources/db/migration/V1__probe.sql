CREATE TABLE effect (task_id text PRIMARY KEY, times int NOT NULL, place text NOT NULL);
