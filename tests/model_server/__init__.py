"""A language model's server on this machine that speaks the real protocol, well or badly."""
