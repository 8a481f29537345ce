"""A channel of the company's own: its server writes as its customers, and delivers what they are told."""
