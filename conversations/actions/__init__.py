"""What skills did to the tenant's business, for the desk to read."""
