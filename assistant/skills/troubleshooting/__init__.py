"""Decision guides that an admin draws, walked in the chat."""
