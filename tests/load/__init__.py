"""How fast Baton is and how much it holds: a generator over real sockets, a floor to compare with, the wake-ups."""
