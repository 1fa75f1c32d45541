"""Places in the words of the report, and the known places they name."""
