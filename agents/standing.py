"""Tells open sockets at once that somebody's standing may have changed; they look by themselves too."""

from django.db import transaction

from tenants import current, groups
from tenants.embedded.channel_layer import send_from_sync


def moved(who: str) -> None:
    """The role, activity or sessions of this agent, or the standing of this token, change with the transaction."""
    group, hint = groups.everyone_at_the_desk(current.schema_name()), {"type": "standing", "who": who}
    transaction.on_commit(lambda: send_from_sync(group, hint))
