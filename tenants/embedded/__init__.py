"""PostgreSQL as the only server: its runner, the channel layer and the broker that live in it."""
