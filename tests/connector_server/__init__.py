"""A tenant's own service, as `docs/connector.md` asks for it: a real server on this machine."""
