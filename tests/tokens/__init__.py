"""What programs may do: tokens, and for whom they act."""
