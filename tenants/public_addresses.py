"""Which addresses belong to the public internet, and which lead to this machine, its network or nowhere."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

UNICAST = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")  # the last 32 bits are an IPv4 address
NOT_PUBLIC = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",  # Azure's service for virtual machines, on an address that looks public
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",  # multicast, reserved, broadcast
        "2001::/23",  # Teredo and other tunnels
        "2001:db8::/32",
        "2002::/16",  # 6to4 carries an IPv4 address
        "3fff::/20",
    )
)


def is_public(address: Address) -> bool:
    """Whether the address is a global unicast one; an IPv4 address inside an IPv6 one is judged by itself."""
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return is_public(inner)
        if address not in UNICAST:
            return False
    return not any(address in network for network in NOT_PUBLIC if network.version == address.version)


def is_loopback(address: Address) -> bool:
    """Whether the address is this machine's own, also when written as an IPv6 one."""
    inner = _inner(address) if isinstance(address, IPv6Address) else None
    return (inner or address).is_loopback


def parse(text: str) -> Address:
    """The address as written by a resolver; ValueError for anything else, a zone (%eth0) included."""
    if "%" in text:
        raise ValueError("an address with a zone is local")
    return ip_address(text)


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped
