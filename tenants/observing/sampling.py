"""Figures that can only be looked at now and then."""

from tenants.current import connection
from tenants.observing import meters, minutes

COUNTED = {"pool_size": "open", "pool_available": "free", "requests_waiting": "waited for"}


def database_pool() -> None:
    """How many sessions this process's pool has, how many are free, and how many requests wait for one."""
    pool = connection.pool
    if pool is None:
        return
    told = pool.get_stats()
    for name, state in COUNTED.items():
        meters.pool.labels(state).set(told.get(name, 0))


class Open:
    """How many sockets of this process are open, for the minutes."""

    def __init__(self) -> None:
        self.count = 0

    def sample(self) -> None:
        """Add them to the minute under way, once for each minute."""
        minutes.stands("sockets", self.count)


sockets = Open()
