"""The pages of those who run Baton, on the host of the platform's own company; nobody else learns that they exist."""
