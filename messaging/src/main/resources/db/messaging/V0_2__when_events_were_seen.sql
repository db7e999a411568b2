-- Events are forgotten a while after they came, and they may come long after they happened.
ALTER TABLE inbox_event ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();
