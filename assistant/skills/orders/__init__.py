"""What customers want of their orders: where they are, money back, sending back, cancelling, another address."""
