"""The queue as a waiting customer is told it: how long it will take, what else they can do, and whether it came true."""
