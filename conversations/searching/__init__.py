"""Finding conversations by what was said and noted in them, and by whom: words asked, hits, their ranking, excerpts."""
