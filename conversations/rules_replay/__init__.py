"""Other rules over past conversations: counted while one edits, and whole as a job."""
