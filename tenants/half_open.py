"""How a connection notices that the host at its other end is gone.

A host that loses its power, or whose packets vanish, says no goodbye: by itself Linux goes on for two hours over a
connection that waits, and for a quarter of an hour over one that sends. With these both ends know within about ten
seconds, here and at PostgreSQL, which else keeps the locks of a web server that is no more.
"""

import socket
from typing import Any

SECONDS = 10
IDLE, INTERVAL, COUNT = 4, 2, 3  # seconds of silence, seconds between two questions, and questions without an answer

# Of libpq, for this end of a connection to PostgreSQL.
POSTGRES: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": IDLE,
    "keepalives_interval": INTERVAL,
    "keepalives_count": COUNT,
    "tcp_user_timeout": SECONDS * 1000,
}
# Of the session, for PostgreSQL's end.
AT_POSTGRES = (
    f"-c tcp_keepalives_idle={IDLE} -c tcp_keepalives_interval={INTERVAL} -c tcp_keepalives_count={COUNT}"
    f" -c tcp_user_timeout={SECONDS * 1000}"
)
# A transaction whose process stands still gives its locks back. The owner's work on schemas has no such end: it thinks
# for as long as it has to, in transactions that nobody waits for.
STANDS_STILL = "-c idle_in_transaction_session_timeout=60000"
# Of a socket, for connections that wait for what Redis says.
_OPTIONS = {"TCP_KEEPIDLE": IDLE, "TCP_KEEPINTVL": INTERVAL, "TCP_KEEPCNT": COUNT, "TCP_USER_TIMEOUT": SECONDS * 1000}
REDIS: dict[str, Any] = {
    "socket_connect_timeout": 5,
    "socket_keepalive": True,
    "socket_keepalive_options": {  # of those that the system has
        number: value for name, value in _OPTIONS.items() if (number := vars(socket).get(name)) is not None
    },
}
