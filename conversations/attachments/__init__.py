"""Files that customers and agents send: checked by content, stored under random names, served by signed links."""

from conversations.attachments.claiming import attach, claim, snapshot

__all__ = ["attach", "claim", "snapshot"]
