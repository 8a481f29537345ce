"""The same acts on many conversations at once: at once for a few, as a job for many, and taken back as a whole."""
