"""`python -m tests.load reports`: any report of 90 days, with a million messages in 100,000 conversations, over HTTP.

As many episodes lie in the 90 days before, with which each figure is compared.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

from django.utils import timezone

from agents.models import Role, Team
from conversations.insights import asking, figuring
from conversations.insights.asking import Asked as Question
from conversations.insights.dimensions import DIMENSIONS
from conversations.insights.measures import Rates
from conversations.insights.metrics import METRICS
from conversations.insights.periods import Period, Step
from conversations.insights.trust_metrics import TRUST
from conversations.insights.volume_metrics import VOLUME
from tenants import current, owner
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import cast, database
from tests.load import application, archive, company, episodes, tenants
from tests.load.application import Served
from tests.load.archive import Size
from tests.load.inbox import FLOOR, HEAD, SLUG, Asked, Browser
from tests.load.wakeup import DATA

API = "/api/v1/reports"
DAYS = 90
AGENTS, TEAMS = 30, 6
TRUSTED, COUNTED = (",".join(one.key for one in group) for group in (TRUST, VOLUME))
SOME = "resolution_quality,csat,time_to_person,repeat_contact,volume"


def filled(size: Size) -> str:
    """Write the archive and its episodes; gives the session of a supervisor."""
    people = [cast.agent(f"load-{number}") for number in range(AGENTS)]
    squads = [Team.objects.create(name=f"Squad {number}") for number in range(TEAMS)]
    now = timezone.now()
    took = tenants.seconds(lambda: archive.fill(size, people=people, teams=squads, until=now))
    episodes.fill(DAYS, people=people, teams=squads, until=now)
    with owner.connected() as line:
        line.execute("ANALYZE")
    print(f"{size.messages} messages in {size.conversations} conversations of {DAYS} days, {took:.0f} s.", flush=True)
    return company.session(cast.agent("sue", Role.SUPERVISOR))


def measured(served: Served, session: str, *, rounds: int) -> list[Asked]:
    """The floor, then every kind of question."""
    browser = Browser(served.port, session)
    until = timezone.localdate()
    days = {"from": (until - timedelta(days=DAYS - 1)).isoformat(), "to": until.isoformat()}

    def asked(address: str, **query: str) -> str:
        return f"{API}/{address}?{urlencode({**days, **query})}"

    def times(name: str, addresses: Sequence[str]) -> Asked:
        return browser.times(name, addresses, rounds=rounds)

    filters: Sequence[Mapping[str, str]] = ({"topic": "Topic 3"}, {"part": "both"}, {"language": "de"})
    return [
        browser.times("floor: who is signed in", [FLOOR], rounds=10 * rounds),
        times("trust metrics, with those of 90 days before", [asked("figures", metrics=TRUSTED, compare="previous")]),
        times("volume metrics, likewise", [asked("figures", metrics=COUNTED, compare="previous")]),
        times(
            "all metrics, filtered, likewise",
            [asked("figures", metrics=",".join(METRICS), compare="previous", **one) for one in filters],
        ),
        times("course of one metric by days", [asked("series", metrics=one, by="day") for one in METRICS]),
        times(
            "course of a group by weeks",
            [asked("series", metrics=group, by="week") for group in (TRUSTED, COUNTED)],
        ),
        times("five metrics by each dimension", [asked("breakdown", metrics=SOME, by=one) for one in DIMENSIONS]),
        times(
            "a group by each dimension",
            [asked("breakdown", metrics=group, by=one) for group in (TRUSTED, COUNTED) for one in DIMENSIONS],
        ),
        times(
            "conversations behind a number",
            [asked("conversations", metric=one, which=part) for one in METRICS for part in ("hit", "missed_hit")],
        ),
    ]


def processor(rounds: int) -> str:
    """What questions cost in processor time, whatever else the machine does, as a table."""
    here, until = asking.zone(), timezone.localdate()
    asked = Question(Period(until - timedelta(days=DAYS - 1), until, here), timezone.now(), rates=Rates(40.0, 2.0))
    groups = {"trust": TRUSTED.split(","), "volume": COUNTED.split(",")}
    kinds: dict[str, Callable[[list[str]], object]] = {
        "the 90 days": lambda keys: figuring.figures(asked, keys),
        "their weeks": lambda keys: figuring.series(asked, keys, Step.WEEK),
        "their topics": lambda keys: figuring.breakdown(asked, keys, "topic"),
    }
    rows = [
        f"| {group}, {kind} | {ours:.0f} | {theirs:.0f} |"
        for group, keys in groups.items()
        for kind, ask in kinds.items()
        for ours, theirs in [_spent(ask, keys, rounds=rounds)]
    ]
    return "\n".join(["| a question, processor ms | ours | database's |", "|---|---|---|", *rows])


def _spent(ask: Callable[[list[str]], object], keys: list[str], *, rounds: int) -> tuple[float, float]:
    """Milliseconds of ours and of the database's processor, which works alone, without helpers."""
    with current.connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute("SELECT pg_backend_pid()")
        backend = int(cursor.fetchone()[0])
    ask(keys)
    before, began = application.cpu_seconds(backend), time.thread_time()
    for _ in range(rounds):
        ask(keys)
    ours, theirs = time.thread_time() - began, application.cpu_seconds(backend) - before
    return ours * 1000 / rounds, theirs * 1000 / rounds


def report(server_url: str, size: Size, *, rounds: int) -> list[Asked]:
    """Measure all of it and print the table."""
    with database.cloned(server_url) as url, tempfile.TemporaryDirectory() as folder:
        with database.in_use(url), current.entered(Tenant.objects.get(schema_name=SLUG)):
            session = filled(size)
            print(processor(rounds), flush=True)
        with application.baton(url, Path(folder), server="daphne", redis=False, web=1) as served:
            asked = measured(served, session, rounds=rounds)
    floor = asked[0].spread
    print("\n".join([HEAD, *(one.row(floor) for one in asked)]), flush=True)
    print("slowest: " + "; ".join(f"{one.name}: {one.slowest}" for one in asked[1:]), flush=True)
    return asked


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--conversations", type=int, default=Size.conversations)
    parser.add_argument("--messages", type=int, default=10, help="of each conversation")
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    messages = wanted.messages * wanted.conversations
    size = Size(conversations=wanted.conversations, messages=messages, days=DAYS)
    with Server(DATA).ensure_running() as server_url:
        report(server_url, size, rounds=wanted.rounds)
