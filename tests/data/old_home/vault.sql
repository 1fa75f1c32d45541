CREATE TABLE meta (
	id INTEGER NOT NULL, 
	schema INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE key_check (
	id INTEGER NOT NULL CHECK (id = 1), 
	fingerprint BLOB NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE members (
	member_id TEXT NOT NULL, 
	telegram_lookup BLOB, 
	name_lookup BLOB, 
	wrapped_key BLOB, 
	created_at INTEGER NOT NULL, 
	PRIMARY KEY (member_id), 
	UNIQUE (telegram_lookup), 
	UNIQUE (name_lookup)
);
CREATE TABLE contacts (
	member_id TEXT NOT NULL, 
	field TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	sealed BLOB NOT NULL, 
	PRIMARY KEY (member_id, field)
);
CREATE TABLE words (
	words_id TEXT NOT NULL, 
	member_id TEXT, 
	kind TEXT NOT NULL, 
	public BOOLEAN NOT NULL, 
	commitment TEXT NOT NULL, 
	content BLOB, 
	kept_at INTEGER NOT NULL, 
	PRIMARY KEY (words_id)
);
CREATE INDEX words_by_member ON words (member_id);
CREATE TABLE invites (
	code_hash BLOB NOT NULL, 
	member_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	expires_at INTEGER NOT NULL, 
	used_at INTEGER, 
	PRIMARY KEY (code_hash)
);
INSERT INTO meta (id, schema) VALUES (1, 1);
