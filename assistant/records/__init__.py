"""The records of the tenant's business, through one interface: built in, or behind the tenant's own connector."""
