"""A customer as the desk knows them: the panel beside a thread, what colleagues put right, and their notes."""
