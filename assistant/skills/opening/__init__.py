"""When the tenant's people are at work, and where: the skill of hours and location."""
