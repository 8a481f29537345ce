"""What the company's own programs are told."""
