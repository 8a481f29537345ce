"""Which stretches of conversations count as resolved by the assistant, and what becomes of the count."""
