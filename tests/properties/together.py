"""Several threads that act at the same moment, each on its own connection to the database, and what each came to."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Self, TypeVar

from tenants import current
from tenants.current import connection
from tenants.models import Tenant

Result = TypeVar("Result")
PATIENCE = 30.0  # seconds


class Together:
    """A few threads that stay, inside the tenant; needs a database with real commits."""

    def __init__(self, tenant: Tenant, many: int) -> None:
        self.tenant, self.many = tenant, many
        self._pool = ThreadPoolExecutor(many)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.do([_hang_up] * self.many)
        self._pool.shutdown()

    def do(self, works: Sequence[Callable[[], Result]]) -> list[Result | Exception]:
        """Do them all at once; gives what each returned, or the error that it raised."""
        start = threading.Barrier(len(works))

        def one(work: Callable[[], Result]) -> Result | Exception:
            start.wait(PATIENCE)
            try:
                with current.entered(self.tenant):
                    return work()
            except Exception as error:  # noqa: BLE001  the caller looks at it
                return error

        return list(self._pool.map(one, works))


def _hang_up() -> None:
    connection.close()  # looked up here: each thread has its own
