"""How often somebody may ask: counts that all processes share, in Redis where there is one, else in PostgreSQL."""
