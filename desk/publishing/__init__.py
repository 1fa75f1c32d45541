"""The public site: reviewed figures, their history and corrections, and the means to check them, as static files."""
