"""The one typed reader of environment variables; a wrong value stops the start-up and names the variable."""

import os
import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

HOST = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\]")
FLAGS = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}


def text(name: str, default: str = "") -> str:
    """The variable's value, or the default when unset or empty."""
    return os.environ.get(name, "").strip() or default


def required(name: str) -> str:
    """The variable's value; ImproperlyConfigured when unset or empty."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"{name} must be set.")
    return value


def flag(name: str, *, default: bool) -> bool:
    """A yes or no: 1, true, yes, on, 0, false, no or off."""
    value = text(name).lower()
    if not value:
        return default
    if value not in FLAGS:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(FLAGS)}, not {value!r}.")
    return FLAGS[value]


def number(name: str, *, default: int, least: int, most: int) -> int:
    """A whole number between `least` and `most`, both included."""
    value = text(name)
    if not value:
        return default
    if not value.isdecimal() or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}, not {value!r}.")
    return int(value)


def choice(name: str, *, default: str, among: tuple[str, ...]) -> str:
    """One of the given words."""
    value = text(name, default)
    if value not in among:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(among)}, not {value!r}.")
    return value


def address(name: str) -> str:
    """An address and a port, such as `0.0.0.0:9100`; empty when unset."""
    value = text(name)
    host, colon, port = value.rpartition(":")
    if value and not (colon and host and port.isdecimal() and 0 < int(port) < 65536):
        raise ImproperlyConfigured(f"{name} must be address:port, not {value!r}.")
    return value


def words(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """A list separated by commas."""
    value = text(name)
    return [word.strip() for word in value.split(",") if word.strip()] if value else list(default)


def secret(name: str, *, least: int) -> str:
    """The variable's value, of at least so many characters, or nothing; no error ever shows it."""
    value = text(name)
    if value and len(value) < least:
        raise ImproperlyConfigured(f"{name} must have at least {least} characters; this has {len(value)}.")
    return value


def hosts(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """Host names with commas: no scheme, no port, no path."""
    found = words(name, default)
    for host in found:
        if not HOST.fullmatch(host):
            raise ImproperlyConfigured(f"{name} takes names of hosts alone, such as support.example.com, not {host!r}.")
    return found


def web_address(name: str) -> str:
    """An address of the web, such as https://support.example.com, without a slash at its end; empty when unset."""
    return web_page(name).rstrip("/")


def web_page(name: str) -> str:
    """The address of a page, such as https://example.com/imprint/, as it is; empty when unset."""
    value = text(name)
    parts = urlsplit(value)
    if value and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise ImproperlyConfigured(f"{name} must begin with https:// (or http://) and a host, not {value!r}.")
    return value


def service(name: str, *schemes: str, default: str = "") -> str:
    """Where a service is, by one of the schemes, and `postgres` is said as `postgresql`. It may hold a password, so no
    error shows it.
    """
    value = text(name, default)
    scheme, colon, rest = value.partition("://")
    if value and (not colon or scheme not in schemes):
        raise ImproperlyConfigured(f"{name} must begin with {' or '.join(f'{known}://' for known in schemes)}.")
    return value if scheme != "postgres" else f"postgresql://{rest}"
