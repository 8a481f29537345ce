"""Counts the lines of the log that are warnings or worse."""

import logging

from tenants.observing import meters


class Counting(logging.Handler):
    """Counts each line by its level."""

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        meters.lines.labels(record.levelname.lower()).inc()
