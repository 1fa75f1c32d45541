"""Measurements: how well the ledger does what it is for, and how fast. Nothing here is part of the product."""
