"""What reaches Baton from a customer by other ways than the widget."""
