"""What the desk says often: words with variables that are filled from the conversation."""
