"""What nobody sends by accident, by the hundred; `make bad-input` plays all of it."""
