"""Asks the domain name system, at the servers that the operator names or else the machine's own."""

from django.conf import settings
from dns import exception, name, resolver

NOTHING_THERE = (resolver.NXDOMAIN, resolver.NoAnswer)


class DnsError(Exception):
    """No server gave an answer that can be used."""


def txt(host: str) -> list[str]:
    """The texts of a name's TXT records; none when it has none. Raises DnsError."""
    try:
        answer = _resolver().resolve(host, "TXT", search=False)
    except NOTHING_THERE:
        return []
    except (exception.DNSException, name.LabelTooLong, OSError, ValueError) as error:
        raise DnsError(type(error).__name__) from error
    return [b"".join(record.strings).decode("utf-8", "replace") for record in answer]


def _resolver() -> resolver.Resolver:
    """One that remembers nothing, so that who has just put a record in finds it."""
    made = resolver.Resolver(configure=not settings.DNS_SERVERS)
    if settings.DNS_SERVERS:
        address, _, port = settings.DNS_SERVERS[0].rpartition(":")
        made.nameservers, made.port = [address], int(port)
    made.lifetime = settings.DNS_SECONDS
    return made
