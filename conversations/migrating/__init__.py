"""Conversations and customers brought from elsewhere: read from a file, looked through, stored, and taken back."""
