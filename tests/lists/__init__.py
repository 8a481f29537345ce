"""The conversation list: views, filters, search, bulk actions."""
