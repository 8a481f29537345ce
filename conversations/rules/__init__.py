"""The rules over REST: what is in force, the draft of the next ones, and all versions."""
