"""Quality review: people fill in scorecards about conversations, and what they say is counted."""
