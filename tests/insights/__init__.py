"""Episodes, metrics and reports."""
