"""Plans, usage and payment; the sandbox that stands for Stripe."""
