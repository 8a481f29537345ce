"""The records of the tenant's business over REST: orders, products, persons, tickets, and imports of them."""
