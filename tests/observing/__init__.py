"""What operators see of Baton, and that no customer's words are in it."""
