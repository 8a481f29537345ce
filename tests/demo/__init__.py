"""The demo company: its content, its past, its pages and its simulated customers."""
