"""Backups of all and of one company: what they hold, how they are proven whole, and how they come back."""
