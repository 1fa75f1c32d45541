"""How well reports are read, against the targets, and how fast; ``python -m bench.reading``."""
