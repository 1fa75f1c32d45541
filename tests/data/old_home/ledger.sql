CREATE TABLE meta (
	id INTEGER NOT NULL, 
	schema INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE head (
	id INTEGER NOT NULL CHECK (id = 1), 
	position INTEGER NOT NULL, 
	recorded_at INTEGER NOT NULL, 
	frontier BLOB NOT NULL, 
	root BLOB NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE events (
	position INTEGER NOT NULL, 
	stream_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	schema_version INTEGER NOT NULL, 
	codebook TEXT NOT NULL, 
	recorded_at INTEGER NOT NULL, 
	member_id TEXT, 
	command_id TEXT, 
	correlation TEXT, 
	causation TEXT, 
	payload BLOB NOT NULL, 
	payload_hash BLOB NOT NULL, 
	salt BLOB NOT NULL, 
	leaf_hash BLOB NOT NULL, 
	PRIMARY KEY (position), 
	CONSTRAINT one_event_a_version UNIQUE (stream_id, version)
);
CREATE INDEX events_by_time ON events (recorded_at);
CREATE TRIGGER no_update_of_events BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER no_delete_of_events BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TABLE commands (
	command_id TEXT NOT NULL, 
	fingerprint BLOB NOT NULL, 
	first INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	recorded_at INTEGER NOT NULL, 
	PRIMARY KEY (command_id)
);
CREATE TRIGGER no_update_of_commands BEFORE UPDATE ON commands BEGIN SELECT RAISE(ABORT, 'commands are append-only'); END;
CREATE TRIGGER no_delete_of_commands BEFORE DELETE ON commands BEGIN SELECT RAISE(ABORT, 'commands are append-only'); END;
INSERT INTO meta (id, schema) VALUES (1, 1);
