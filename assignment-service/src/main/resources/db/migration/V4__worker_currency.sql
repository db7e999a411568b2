-- What a worker's account is in; null until the account's opening is known. All accounts so far were in US dollars.
ALTER TABLE worker ADD COLUMN currency text DEFAULT 'USD';
ALTER TABLE worker ALTER COLUMN currency DROP DEFAULT;
