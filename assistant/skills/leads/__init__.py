"""Qualify a lead: what is asked, how it scores, and what is kept."""
