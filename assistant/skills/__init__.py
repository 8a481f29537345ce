"""The routine that the assistant clears: one module for each task, all of the shape in `contract`."""
