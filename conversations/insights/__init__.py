"""What the past conversations say: episodes, metrics, reports."""
