"""Whom a number counts: killed, injured, both, or part of another figure."""
