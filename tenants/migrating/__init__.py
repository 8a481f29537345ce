"""Every tenant's schema follows the code: which version it has, and how all of them get the next one in seconds."""

from tenants.migrating.versions import is_behind, version

__all__ = ["is_behind", "version"]
