"""Help with a forgotten password: never a word on whether an account exists, and never a password in the chat."""
