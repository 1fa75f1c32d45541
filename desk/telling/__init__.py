"""Answers, drafts and entries in English words, line by line, for a terminal; nothing here asks or records."""
