"""What other rules would have decided about stored facts, for many thousand decisions at a time."""
