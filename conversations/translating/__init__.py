"""The languages of customer and agent, and what they write to each other in the other's language."""
