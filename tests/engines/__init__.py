"""The engines that make the answers: what they say, what they never say, and what happens when they fail."""
