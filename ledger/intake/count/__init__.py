"""Numbers, what they count, and how they are bounded."""
