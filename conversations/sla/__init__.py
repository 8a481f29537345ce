"""What a company promises its customers: how soon a person replies, and how soon a matter is settled."""
