"""The REST interface for people: one's own account, colleagues, invitations, teams, tokens, single sign-on."""
