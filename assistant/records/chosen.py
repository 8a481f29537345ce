"""Which records the tenant entered now has chosen."""

from assistant.connector import wanted
from assistant.records.builtin import BuiltIn
from assistant.records.connected import Connected
from assistant.records.contract import Records


def of_tenant() -> Records:
    """The tenant's records: Baton's own, or with those that its connector brings. One query."""
    connector = wanted.of_tenant()
    return BuiltIn() if connector is None or not connector.reads else Connected(connector)
