"""What is brought from elsewhere."""
