-- Of a task's places, those that replaced rejected answers: they make an answer approved after all no dearer.
ALTER TABLE docket ADD COLUMN replaced integer NOT NULL DEFAULT 0;

-- Changes of places that carry no running total: each counts once, however often and however late it is delivered.
CREATE TABLE place_change (
    event_id uuid PRIMARY KEY,
    task_id  text NOT NULL
);
