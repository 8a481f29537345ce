"""Follow up on a ticket: how it stands, what to add, and a new one."""
