"""What a unit reports, what forbids it, and what surrounds it: who, with what, how surely."""
