"""What the tenant learns from its conversations: the test bench, knowledge gaps, corrections, proposals."""
