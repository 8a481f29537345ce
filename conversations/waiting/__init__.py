"""The queue as a waiting customer is told it: how long it takes, what else they can do, and whether it came true."""
