"""Pictures of every page: a table of the pages, and a command that takes them."""
