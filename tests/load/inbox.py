"""`python -m tests.load inbox`: the list and the search of a company with a million messages, over HTTP.

What a message costs with the index of its words, and without, is measured in the same database.
"""

import argparse
import http.client
import json
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from django.utils import timezone

from agents.models import Team
from tenants import current, owner
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import cast, database
from tests.load import application, archive, company, figures, many, tenants
from tests.load.application import Served
from tests.load.archive import Size
from tests.load.figures import Spread
from tests.load.wakeup import DATA

SLUG, HOST = "acme", "acme.localhost"
AGENTS, TEAMS = 30, 6
FLOOR = "/api/v1/me"
LIST = "/api/v1/conversations"
MESSAGES = 600
Query = Mapping[str, str]
LISTS: Sequence[Query] = (
    *({"view": view} for view in ("waiting", "mine", "unassigned", "team", "all", "mentions", "snoozed")),
    *({"view": view} for view in ("sla", "held", "assistant", "tasks", "resolved")),
    {"view": "all", "tag": "topic 0"},
    {"view": "resolved", "tag": "topic 40"},
    {"view": "all", "status": "resolved", "agent": "none", "language": "fr"},
    {"view": "all", "priority": "urgent", "channel": "email"},
    {"view": "resolved", "since": "2026-01-01", "until": "2026-02-01"},
)
SEARCHES = (
    *("parcel", "refund", "customs", "xylophone", "bakori", "vermal", "mudg", "ref"),
    *("parcel refund", "xylophone speedometer", "customs -parcel", '"my parcel"', "gearbox or voucher"),
    *("Maya", "customer1234", "BT-10420", "Noor refund", "topic 7", "zzzunknown"),
)
HEAD = "| | requests | p50 ms | p95 | p99 | ÷ floor p50 / p95 |\n|---|---|---|---|---|---|"


@dataclass(frozen=True)
class Asked:
    """The times of some addresses, and which was the slowest on the whole."""

    name: str
    spread: Spread
    requests: int
    slowest: str

    def row(self, floor: Spread) -> str:
        """A row of the table."""
        ratio = f"{self.spread.p50 / floor.p50:.1f} / {self.spread.p95 / floor.p95:.1f}"
        return f"| {self.name} | {self.requests} | {self.spread.cells()} | {ratio} |"


class Browser:
    """A signed-in browser that keeps its connection."""

    def __init__(self, port: int, session: str) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port)
        self.headers = {"Host": HOST, "Cookie": f"sessionid={session}"}

    def get(self, address: str) -> bytes:
        """The body; it must be a success."""
        self.line.request("GET", address, headers=self.headers)
        reply = self.line.getresponse()
        body = reply.read()
        assert reply.status == 200, (reply.status, address, body[:200])
        return body

    def times(self, name: str, addresses: Sequence[str], *, rounds: int) -> Asked:
        """Ask for all of them in turn; the first round warms."""
        took: dict[str, list[float]] = {address: [] for address in addresses}
        for number in range(rounds + 1):
            for address in addresses:
                began = time.perf_counter()
                self.get(address)
                if number:
                    took[address].append(time.perf_counter() - began)
        slowest = max(took, key=lambda address: sorted(took[address])[len(took[address]) // 2])
        every = [one for times in took.values() for one in times]
        return Asked(name, figures.spread(every), len(every), slowest)


def filled(size: Size) -> str:
    """Write the archive of the tenant entered; gives the session of one of its people."""
    people = [cast.agent(f"load-{number}") for number in range(AGENTS)]
    squads = [Team.objects.create(name=f"Squad {number}") for number in range(TEAMS)]
    for number, person in enumerate(people):
        person.teams.set(squads[number % TEAMS : number % TEAMS + 2])
    took = tenants.seconds(lambda: archive.fill(size, people=people, teams=squads, until=timezone.now()))
    print(f"{size.messages} messages in {size.conversations} conversations, written in {took:.0f} s.", flush=True)
    return company.session(people[0])


def measured(served: Served, session: str, *, rounds: int) -> list[Asked]:
    """The floor, the list's first pages, a few later ones, the counts, and searches."""
    browser = Browser(served.port, session)
    first = [f"{LIST}?{urlencode(query)}" for query in LISTS]
    later = [_page(browser, view, 5) for view in ("all", "resolved", "waiting")]
    return [
        browser.times("floor: who is signed in", [FLOOR], rounds=10 * rounds),
        browser.times("list, first page of each view and filter", first, rounds=rounds),
        browser.times("list, sixth page", later, rounds=rounds),
        browser.times("counts of all views", [f"{LIST}/counts"], rounds=rounds),
        browser.times("search", [f"{LIST}?{urlencode({'q': words})}" for words in SEARCHES], rounds=rounds),
        browser.times(
            "search in a filtered view",
            [f"{LIST}?{urlencode({'q': words, 'view': 'team'})}" for words in SEARCHES],
            rounds=rounds,
        ),
        browser.times("palette", [f"/api/v1/search?{urlencode({'q': words})}" for words in SEARCHES], rounds=rounds),
    ]


def per_message(messages: int) -> str:
    """What a message costs with the index of words and without it, as a table."""
    crowd = many.customers_of([current.tenant()] * messages)
    with_words = tenants.per_message([crowd], messages)[0]
    with owner.connected() as line:
        line.execute(f"DROP INDEX {SLUG}.message_words")
    without = tenants.per_message([crowd], messages)[0]
    rows = {"with the index of words": with_words, "without": without}
    told = [f"| {name} | {one.ours:.2f} | {one.database:.2f} | {one.statements:.0f} |" for name, one in rows.items()]
    return "\n".join(["| a message | CPU ms | database's CPU ms | statements |\n|---|---|---|---|", *told])


def report(server_url: str, size: Size, *, rounds: int, messages: int) -> list[Asked]:
    """Measure all of it and print the tables."""
    with database.cloned(server_url) as url, tempfile.TemporaryDirectory() as folder:
        with database.in_use(url), current.entered(Tenant.objects.get(schema_name=SLUG)):
            session = filled(size)
        with application.baton(url, Path(folder), server="daphne", redis=False, web=1) as served:
            asked = measured(served, session, rounds=rounds)
        floor = asked[0].spread
        print("\n".join([HEAD, *(one.row(floor) for one in asked)]), flush=True)
        print("slowest: " + "; ".join(f"{one.name}: {one.slowest}" for one in asked[1:]), flush=True)
        with database.in_use(url), current.entered(Tenant.objects.get(schema_name=SLUG)):
            print(per_message(messages), flush=True)
    return asked


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--conversations", type=int, default=Size.conversations)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    wanted = parser.parse_args()
    size = Size(conversations=wanted.conversations, messages=10 * wanted.conversations)
    with Server(DATA).ensure_running() as server_url:
        report(server_url, size, rounds=wanted.rounds, messages=wanted.messages)


def _page(browser: Browser, view: str, number: int) -> str:
    """The address of a later page."""
    cursor = ""
    for _ in range(number):
        body = json.loads(browser.get(f"{LIST}?{urlencode({'view': view, 'cursor': cursor})}"))
        cursor = body["next_cursor"] or cursor
    return f"{LIST}?{urlencode({'view': view, 'cursor': cursor})}"
