"""The skills over REST: what the assistant does by itself, by which policy, and how it went."""
