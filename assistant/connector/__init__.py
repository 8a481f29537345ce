"""The tenant's own service: signed requests through the guard, tried again, left alone when down, and logged."""
