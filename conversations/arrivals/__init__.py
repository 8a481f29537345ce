"""What arrives from Stripe, and what each company makes of it."""
