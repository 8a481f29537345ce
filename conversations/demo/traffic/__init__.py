"""Simulated customers who talk to the running demo through the real widget socket."""
