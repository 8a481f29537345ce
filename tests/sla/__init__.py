"""What a company promises: the arithmetic of working time, the clocks, and who is told."""
