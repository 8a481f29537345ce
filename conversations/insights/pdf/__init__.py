"""Reports as PDF: drawn from plain values, without a database, a clock or a setting."""
