"""Book, move and cancel an appointment."""
