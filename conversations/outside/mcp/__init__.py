"""The same over the Model Context Protocol, so that an AI that speaks it needs no code of its own."""
