"""What a tenant knows: articles cut into passages, and the search over them."""
