"""The knowledge over REST and below it."""
