"""Days and windows in words, against the day of publication."""
