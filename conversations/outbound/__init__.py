"""What leaves Baton for a customer by other ways than the widget."""
