"""Taking away for good: a conversation with all that hangs on it, and a customer everywhere."""
