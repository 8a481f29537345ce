"""Tells open sockets at once that somebody's standing may have changed; they look by themselves too."""

from django.db import transaction

from tenants import current, groups
from tenants.embedded.channel_layer import send_from_sync


def moved(agent_id: str) -> None:
    """The agent's role, activity or sessions change with the transaction under way."""
    group, hint = groups.everyone_at_the_desk(current.schema_name()), {"type": "standing", "agent_id": agent_id}
    transaction.on_commit(lambda: send_from_sync(group, hint))
