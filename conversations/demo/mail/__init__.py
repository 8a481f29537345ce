"""The demo's mail: a mail server on this machine that keeps what Baton sends, and pages to read and answer it."""
