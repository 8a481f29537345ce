"""What the plan allows of the assistant's work: the cap, the warnings on the way to it, and what it comes to."""
