"""Backups and restores as operators ask for them: on record, with what was erased erased again."""
