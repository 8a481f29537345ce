"""Which paths of a site robots may read, as its robots.txt says (RFC 9309)."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote, urlsplit

AGENT = "baton"
MOST_BYTES = 500 * 1024
MOST_RULES = 2000
Rule = tuple[bool, str]  # whether it allows, and the pattern


def may_read(robots: str, url: str) -> bool:
    """Whether the rules for us, else those for all, let the address be read; the longest pattern wins."""
    parts = urlsplit(url)
    path = _plain(parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    matching = [(len(pattern), allows) for allows, pattern in _rules(robots) if _matches(pattern, path)]
    return max(matching)[1] if matching else True


def _rules(robots: str) -> Sequence[Rule]:
    ours: list[Rule] = []
    of_all: list[Rule] = []
    named: set[str] = set()
    for agents, rule in _lines(robots):
        named |= agents
        if AGENT in agents:
            ours += rule
        elif "*" in agents:
            of_all += rule
    return ours if AGENT in named else of_all


def _lines(robots: str) -> Iterator[tuple[set[str], list[Rule]]]:
    """Each rule with the agents of its group, and each group without rules."""
    agents: set[str] = set()
    ruled = False
    for line in robots.split("\n")[:MOST_RULES]:
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            agents = {value.lower()} if ruled else agents | {value.lower()}
            ruled = False
            yield agents, []
        elif key in {"allow", "disallow"} and agents:
            ruled = True
            yield agents, [(key == "allow", _plain(value))] if value else []


def _plain(path: str) -> str:
    return quote(unquote(path), safe="/*$?=&;:@!'(),+-._~")


def _matches(pattern: str, path: str) -> bool:
    """Whether the path begins as the pattern says; `*` is any signs, and `$` at its end the path's end."""
    ends = pattern.endswith("$")
    first, *others = (pattern[:-1] if ends else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(others):
        if ends and number == len(others) - 1:
            return len(path) - len(part) >= at and path.endswith(part)
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not ends or at == len(path)
