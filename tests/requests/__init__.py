"""What every request of the REST interface passes: limits, keys, request ids, cursors."""
