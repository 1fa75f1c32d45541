"""Running totals: found, moved, explained, and described by the parts of their key."""
