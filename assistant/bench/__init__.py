"""The test bench: questions with what should come of them, asked again whenever something changes."""
