"""What customers are asked once a conversation is over, how they answer, and what becomes of it."""
