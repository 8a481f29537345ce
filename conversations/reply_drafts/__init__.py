"""What agents write and have not said yet: drafts that follow them, and replies that are held for a moment."""
