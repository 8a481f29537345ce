"""How agents write: acts, canned replies, macros, drafts, rewriting, undo."""
