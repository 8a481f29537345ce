"""The conversation list: its views and filters, their order, pages by cursor, counts, and the search in them."""
