"""Hostile and senseless input for the reader: what is fed to it, and what must hold of whatever it answers."""
