"""The port that Baton listens on, and where."""

import os
import socket

from config.bootstrap import TroubleError, check_port

UNREAD_SECONDS = 30  # after which the kernel ends a connection whose client takes nothing of what was sent


def listen(host: str, port: int) -> socket.socket:
    """Take the port, 0 for any free one; TroubleError when somebody has it.

    The supervisor holds it and the web server inherits it, so no other process can take it in between, and who comes
    while a crashed web server starts again waits instead of being refused.
    """
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Each connection inherits it. Without it a frame that follows another waits 40 ms for the first one's receipt.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux; each connection inherits it, and neither web server can set it
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_SECONDS * 1000)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        check_port(port)
        raise TroubleError(
            f"Nobody can listen at {host}, port {port}: {error.strerror}. BATON_BIND sets it."
        ) from error
    listener.listen(1024)
    return listener


def bind_host() -> str:
    """The address the web server listens on; this machine only, unless BATON_BIND says otherwise."""
    return os.environ.get("BATON_BIND") or "127.0.0.1"
