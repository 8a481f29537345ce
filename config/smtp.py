"""Reads EMAIL_URL, the one address of the mail server, into Django's settings; nothing of it is ever shown."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from config import env

PORTS = {"smtp": 25, "smtps": 465}
OPTIONS = {"", "tls"}
FORM = "smtp://user:password@host:587?tls, smtps://user:password@host or smtp://host:port"


@dataclass(frozen=True)
class MailServer:
    """Where mail leaves; `host` is empty when none was given, and then no mail leaves."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = field(default="", repr=False)
    starts_tls: bool = False
    is_tls: bool = False


def server(name: str) -> MailServer:
    """The mail server in the variable; ImproperlyConfigured, without the value, when it cannot be read."""
    value = env.text(name)
    if not value:
        return MailServer()
    try:
        address = urlsplit(value)
        port = address.port
    except ValueError:
        raise ImproperlyConfigured(f"{name} must look like {FORM}.") from None
    if address.scheme not in PORTS or not address.hostname or address.query not in OPTIONS:
        raise ImproperlyConfigured(f"{name} must look like {FORM}.")
    return MailServer(
        host=address.hostname,
        port=port or PORTS[address.scheme],
        user=unquote(address.username or ""),
        password=unquote(address.password or ""),
        starts_tls=address.query == "tls",
        is_tls=address.scheme == "smtps",
    )
