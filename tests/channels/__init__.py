"""The company's own channel over REST."""
