"""`python -m tests.load replay`: rules over a month of 50,000 conversations: counted while one edits, and as a job."""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

import orjson
from django.utils import timezone

from conversations.models import RuleReplay
from conversations.rules_replay import counting, reading, running, shelf
from escalation import rules, versions
from escalation.defaults import DEFAULT_RULES
from escalation.facts import Facts
from escalation.replay.columns import Block, Numbers
from tenants import current, jobs
from tenants.embedded.postgres import Server
from tenants.models import Job, Tenant
from tenants.trail import audit
from tests import database
from tests.load import past
from tests.load.wakeup import DATA

DAYS = 30
ONE_BY_ONE = 3000  # decisions, to compare
HEAD = "| | seconds | ÷ floor |\n|---|---|---|"


@dataclass(frozen=True)
class Figures:
    """Seconds of each way, for all decisions; `one_by_one` is counted up from some."""

    decisions: int
    floor: float
    one_by_one: float
    first_count: float
    counts: tuple[float, ...]
    replay: float
    columns_mb: float
    peak_mb: float

    def table(self) -> str:
        """The figures, each with its ratio to the floor."""
        rows = {
            "floor: the rows read alone": self.floor,
            "each decision by `Facts.from_json` and `rules.decide`, both books, without reading": self.one_by_one,
            "first count of a process": self.first_count,
            "count while one edits, median": median(self.counts),
            "count while one edits, slowest": max(self.counts),
            "whole replay": self.replay,
        }
        told = [f"| {name} | {took:.2f} | {took / self.floor:.2f} |" for name, took in rows.items()]
        memory = f"columns kept: {self.columns_mb:.0f} MB; the process at most: {self.peak_mb:.0f} MB"
        return "\n".join([f"{self.decisions} decisions; {memory}", HEAD, *told])


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.monotonic()
    work()
    return time.monotonic() - began


def edited(number: int) -> dict[str, Any]:
    """The default rules as somebody edits them: another bound each time, and a rule more."""
    document = deepcopy(DEFAULT_RULES)
    rule = deepcopy(document["rules"][-1])
    bound = {"fact": "signal.anger", "operator": "at_least", "value": 0.3 + 0.02 * number}
    plan = {"fact": "customer.plan", "operator": "is", "value": "business"}
    rule |= {"name": "edited", "trigger": "own", "when": {"all": [bound, plan]}}
    document["rules"].append(rule)
    return document


def measure(conversations: int, *, counts: int = 10) -> Figures:
    """Fill the tenant entered and measure each way in turn."""
    now = timezone.now()
    book = versions.published()
    assert isinstance(book, rules.RuleBook)
    filled = seconds(lambda: past.fill(conversations, days=DAYS - 1, until=now - timedelta(hours=1), book=book))
    since = now - timedelta(days=DAYS)
    print(f"{conversations} conversations made in {filled:.0f} s.", flush=True)
    floor = min(seconds(lambda: _read(since, now)) for _ in range(2))
    total = reading.count(since, now)
    shelf.forget()
    first, *rest = (seconds(lambda n=n: _count(n, now)) for n in range(counts + 1))  # type: ignore[misc]
    kept = sum(_bytes(page.facts) for page in shelf.window(DAYS, now=now).pages) / 1e6
    shelf.forget()
    took = seconds(lambda: _replay(since, now))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Figures(total, floor, _one_by_one(now, total), first, tuple(rest), took, kept, peak)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--conversations", type=int, default=50_000)
    wanted = parser.parse_args()
    with (
        Server(DATA).ensure_running() as server_url,
        database.cloned(server_url) as url,
        database.in_use(url),
        current.entered(Tenant.objects.get(schema_name="acme")),
    ):
        versions.publish(DEFAULT_RULES, by="load")
        print(measure(wanted.conversations).table(), flush=True)


def _read(since: datetime, until: datetime) -> None:
    """The same pages with all that is in them, and nothing done with it."""
    after, limit = reading.NOTHING, reading.PAGE
    while True:
        with current.connection.cursor() as cursor:
            values = {"since": since, "until": until, "after": after, "limit": limit}
            cursor.execute(reading.OF_WINDOW, values)
            rows = cursor.fetchall()
        if len(rows) < limit:
            return
        after = rows[-1][0]


def _count(number: int, now: datetime) -> None:
    counting.count(versions.published(), rules.parse(edited(number)), days=DAYS, now=now, told=True)


def _replay(since: datetime, until: datetime) -> None:
    made = running.ask(edited(3), since=since, until=until, assumed={}, by=audit.by_system("load"))
    while (job := Job.objects.filter(kind=running.KIND).first()) is not None:
        held = jobs.lease(job.id)
        assert held is not None
        running.work(held)
        jobs.finish(held)
    result = RuleReplay.objects.get(pk=made.pk).result
    assert result is not None
    assert result["decisions"] == made.total


def _one_by_one(now: datetime, total: int) -> float:
    """Seconds for all decisions, one at a time, counted up from the first ones; reading them is not counted."""
    before, after = versions.published(), rules.parse(edited(3))
    values = {"since": now - timedelta(days=DAYS), "until": now, "after": reading.NOTHING, "limit": ONE_BY_ONE}
    with current.connection.cursor() as cursor:
        cursor.execute(reading.OF_WINDOW, values)
        rows = cursor.fetchall()

    def decide() -> None:
        for row in rows:
            facts = Facts.from_json(orjson.loads(row[5]))
            rules.decide(facts, before)
            rules.decide(facts, after)

    return seconds(decide) / len(rows) * total


def _bytes(block: Block) -> int:
    """What the columns of a block take."""
    columns = block.columns.values()
    return sum(one.values.nbytes if isinstance(one, Numbers) else one.codes.nbytes for one in columns)
