"""A small Stripe for machines without one: the parts of its HTTP API that Baton uses, with a clock one can advance."""
