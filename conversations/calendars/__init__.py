"""Calendars and appointments over REST, the letters and notices about them, and the page that a letter links to."""
