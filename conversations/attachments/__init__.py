"""Files that customers and agents send: checked by content, stored under random names, served by signed links."""
