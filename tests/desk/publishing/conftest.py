"""The terminal of the command line's tests, for the site's."""

from tests.desk.cli.conftest import terminal

__all__ = ["terminal"]
