"""The read models: tables that can be thrown away and rebuilt from the log.

Rows are never changed to say something else about the past: each carries the position it is known from, and where
it ends, the position it is known until. An answer as of any moment is therefore a look-up. Times are microseconds
since 1970 UTC.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, LargeBinary, MetaData, Table, Text

VERSION = 11
"""Changes whenever the rows of any projection would come out differently; another version is rebuilt at once."""


def version_with(tree: int) -> int:
    """The version of rows that were folded with the paths of places numbered ``tree``: those stand in the rows."""
    return VERSION * 1_000_000 + tree


metadata = MetaData()

follower = Table(
    "follower",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    sqlite_with_rowid=False,
)

stale = Table(
    "stale",
    metadata,
    Column("stream_id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("cause", Text, nullable=False),
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    metadata,
    Column("member_id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("roles", Text, nullable=False),
    Column("invited_to", Text),
    Column("forgotten", Boolean, nullable=False),
    # "asked" by the person, or "proposed" by an admin, who waits for a second one.
    Column("forgetting", Text),
    Column("forgetting_reason", Text),
    sqlite_with_rowid=False,
)

member_roles = Table(
    "member_roles",
    metadata,
    Column("member_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The strongest role a member held from each position on."""

reports = Table(
    "reports",
    metadata,
    Column("report_id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("recorded_at", Integer, nullable=False),
    Column("stated_at", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("public", Boolean, nullable=False),
    Column("member_id", Text, nullable=False),
    Column("revisions", Integer, nullable=False),
    Column("withdrawn_at", Integer),
    sqlite_with_rowid=False,
)
Index("reports_by_member", reports.c.member_id, reports.c.position)

incident_versions = Table(
    "incident_versions",
    metadata,
    Column("incident_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("event_kind", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("stated_at", Integer, nullable=False),
    Column("recorded_at", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("place_id", Text),
    Column("place_path", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("facts", LargeBinary, nullable=False),
    Column("closed", Text),
    Column("merged_into", Text),
    sqlite_with_rowid=False,
)
"""``day`` is the last on which it happened, else the one on which it was said."""
Index("incident_versions_by_position", incident_versions.c.position)
Index("incident_versions_by_place", incident_versions.c.place_path, incident_versions.c.position)
Index("incident_versions_by_day", incident_versions.c.day, incident_versions.c.place_path)

incident_statements = Table(
    "incident_statements",
    metadata,
    Column("incident_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("event_kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("origin", Text),
    Column("stated_at", Integer, nullable=False),
    Column("recorded_at", Integer, nullable=False),
    Column("status", Text),
    Column("casualties", LargeBinary),
    Column("report_id", Text),
    Column("merged_from", Text),
    Column("reporter", Text),
    sqlite_with_rowid=False,
)
"""What each source said of an incident; ``reporter`` never leaves these tables, null for what a merge brought."""
Index("incident_statements_by_report", incident_statements.c.report_id)

statement_statuses = Table(
    "statement_statuses",
    metadata,
    Column("incident_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("status", Text, nullable=False),
    sqlite_with_rowid=False,
)

distinct_incidents = Table(
    "distinct_incidents",
    metadata,
    Column("incident_id", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Two that were declared distinct, in whichever of their streams; look for a pair both ways round."""
Index("distinct_incidents_by_other", distinct_incidents.c.other)

source_grades = Table(
    "source_grades",
    metadata,
    Column("incident_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("reliability", Text, nullable=False),
    Column("credibility", Integer, nullable=False),
    sqlite_with_rowid=False,
)

toll_keys = Table(
    "toll_keys",
    metadata,
    Column("key_id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("place", Text),
    Column("place_path", Text, nullable=False),
    Column("group", Text, nullable=False),
    Column("affiliation", Text),
    Column("harm", Text, nullable=False),
    Column("cause", Text),
    Column("perpetrator", Text),
    Column("period_start", Text),
    Column("basis", Text),
    Column("key", LargeBinary, nullable=False),
    Column("place_inferred", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
Index("toll_keys_by_place", toll_keys.c.place_path)
Index("toll_keys_by_position", toll_keys.c.position)

toll_entries = Table(
    "toll_entries",
    metadata,
    Column("key_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("event_kind", Text, nullable=False),
    Column("counted_to", Date, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("low", Integer),
    Column("best", Integer),
    Column("high", Integer),
    Column("qualifier", Text),
    Column("counted", LargeBinary, nullable=False),
    Column("stated_at", Integer, nullable=False),
    Column("recorded_at", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("reasons", LargeBinary, nullable=False),
    Column("unexplained", Integer),
    Column("report_id", Text),
    Column("member_role", Text, nullable=False),
    Column("reporter", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""``reporter`` is who brought the value in, also where somebody else accepted it; it never leaves these tables."""
Index("toll_entries_by_day", toll_entries.c.key_id, toll_entries.c.counted_to)
Index("toll_entries_by_position", toll_entries.c.position)
Index("toll_entries_by_report", toll_entries.c.report_id)

toll_statuses = Table(
    "toll_statuses",
    metadata,
    Column("key_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("recorded_at", Integer, nullable=False),
    Column("status", Text, nullable=False),
    sqlite_with_rowid=False,
)
Index("toll_statuses_by_position", toll_statuses.c.position)

toll_declarations = Table(
    "toll_declarations",
    metadata,
    Column("key_id", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("disjoint", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""That nobody is counted in both tolls, or that this is taken back; in whichever toll's stream it was declared."""

revisions = Table(
    "revisions",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("stream_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("event_kind", Text, nullable=False),
    Column("counted_to", Date),
    Column("old", LargeBinary),
    Column("new", LargeBinary),
    Column("reasons", LargeBinary, nullable=False),
    Column("unexplained", Integer),
    Column("stated_at", Integer, nullable=False),
    Column("recorded_at", Integer, nullable=False),
    Column("report_id", Text),
    Column("member_role", Text, nullable=False),
    Column("reporter_role", Text),
    Column("proposal", Integer),
    Column("outcome", Text, nullable=False),
)
"""``version`` is that of the value the row is about: its own, or the one reviewed."""
Index("revisions_by_stream", revisions.c.stream_id, revisions.c.position)

review_queue = Table(
    "review_queue",
    metadata,
    Column("item_id", Text, primary_key=True),
    Column("stream_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("event_kind", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("daily", Integer),
    Column("position", Integer, nullable=False),
    Column("recorded_at", Integer, nullable=False),
    Column("member_id", Text, nullable=False),
    Column("report_id", Text),
    Column("counted_to", Date),
    Column("reasons", LargeBinary, nullable=False),
    Column("needed", Integer, nullable=False),
    Column("closed_position", Integer),
    Column("outcome", Text),
    sqlite_with_rowid=False,
)
Index("review_queue_open", review_queue.c.closed_position, review_queue.c.position)
Index("review_queue_by_stream", review_queue.c.stream_id, review_queue.c.counted_to)

review_agreements = Table(
    "review_agreements",
    metadata,
    Column("item_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("member_id", Text, nullable=False),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("report_id", Text, nullable=False),
    Column("place_path", Text, nullable=False),
    Column("stated_at", Integer, nullable=False),
    Column("recorded_at", Integer, nullable=False),
    Column("claim", LargeBinary, nullable=False),
)

READ_MODELS = tuple(metadata.sorted_tables)
"""The tables that may be thrown away: these and no others, whatever else lies in the same file."""
