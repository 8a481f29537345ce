"""An app for tests only: kills the process at a named step, or brings a known bug in, when a switch says so."""
