"""Changes of the knowledge that somebody should decide about: corrected answers, and drafts for gaps."""
