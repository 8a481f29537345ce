"""`python -m tests.load tenants`: what it costs to make a company, migrate all, find one, and to write in many."""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import ClassVar
from uuid import uuid4

from django.core.management import call_command
from django.test.utils import CaptureQueriesContext

from conversations import receive
from conversations.models import Customer
from tenants import current, provisioning
from tenants.current import connection
from tenants.embedded.postgres import Server
from tenants.migrating import run
from tenants.models import Tenant
from tests import tables
from tests.load import aims, application, lookup, many
from tests.load.aims import Aim
from tests.load.wakeup import DATA
from tests.tenants import later

ADDED = """
migrations.AddField("Message", "mood", models.CharField(max_length=20, default="")),
migrations.AddIndex("Message", models.Index(fields=["mood"], name="message_by_mood")),
"""
STOCK = 5  # companies that are migrated in django-tenants' way, to compare
FEW = 2
ROUNDS = 10  # in which the groups that write take turns
Writers = list[tuple[Tenant, Customer]]


@dataclass(frozen=True)
class Size:
    """How many companies there are in the end, and how often each thing is measured."""

    companies: int = 500
    made: int = 10
    rounds: int = 15
    messages: int = 2000


@dataclass(frozen=True)
class PerMessage:
    """What a customer's message costs: milliseconds of ours and of the database's processor, and its statements."""

    ours: float
    database: float
    statements: float

    HEAD: ClassVar[str] = (
        "| companies writing | CPU ms a message | database's CPU ms | ÷ one | statements |\n|---|---|---|---|---|"
    )

    def row(self, companies: int, first: "PerMessage") -> str:
        """A row of the table."""
        ratio = f"{self.ours / first.ours:.2f} / {self.database / first.database:.2f}"
        return f"| {companies} | {self.ours:.2f} | {self.database:.2f} | {ratio} | {self.statements:.0f} |"


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.monotonic()
    work()
    return time.monotonic() - began


def making(size: Size) -> list[float]:
    """Seconds for each of some new companies, from nothing to a workspace that answers."""
    slugs = [f"new_{uuid4().hex[:8]}" for _ in range(size.made)]
    return [
        seconds(lambda slug=slug: provisioning.create(slug, name="New", host=f"{slug}.localhost"))  # type: ignore[misc]
        for slug in slugs
    ]


def migrating(folder: Path) -> dict[str, float]:
    """Seconds for all companies, by what there is to do; django-tenants' own for a few, and counted up for all."""
    some = list(Tenant.objects.values_list("schema_name", flat=True)[:STOCK])
    total = Tenant.objects.count()

    def stock() -> float:
        took = [seconds(lambda name=name: _stock(name)) for name in some]  # type: ignore[misc]
        return median(took) * total

    took = {"nothing to do": seconds(_migrate), "nothing to do, django-tenants": stock()}
    with later.migration(folder, ADDED, app="conversations"):
        took["a field and an index, django-tenants"] = stock()
        took["a field and an index"] = seconds(_migrate)
        assert run.behind() == []
    return took


def per_message(groups: Sequence[Writers], messages: int) -> list[PerMessage]:
    """What a message costs in each group, written by its members in turn.

    The groups take turns too, so that what else the machine does befalls them alike; all is warm before.
    """
    for group in groups:
        _write(group)
    backend = _backend()
    spent, turns = [[0.0, 0.0] for _ in groups], [cycle(group) for group in groups]
    for _ in range(ROUNDS):
        for of_group, turn in zip(spent, turns, strict=True):
            before, began = application.cpu_seconds(backend), time.thread_time()
            _write(islice(turn, messages // ROUNDS))
            of_group[0] += time.thread_time() - began
            of_group[1] += application.cpu_seconds(backend) - before
    each = 1000 / (messages // ROUNDS * ROUNDS)
    return [PerMessage(own * each, base * each, _statements(g)) for (own, base), g in zip(spent, groups, strict=True)]


def report(server_url: str, size: Size) -> bool:
    """Measure all of it in one run and write both sections; whether every figure was kept."""
    with many.companies(server_url), tempfile.TemporaryDirectory() as folder:
        acme = Tenant.objects.get(schema_name="acme")
        few_made, few_found = making(size), lookup.measure(["acme.localhost"], rounds=size.rounds)
        filling = seconds(lambda: many.fill(size.companies))
        made = making(size)
        tenants = list(Tenant.objects.all())
        crowds = [many.customers_of([acme] * size.companies), many.customers_of(tenants)]
        alone, spread = per_message(crowds, size.messages)
        found = lookup.measure([many.host_of(t) for t in tenants if t.name.startswith("many")], rounds=size.rounds)
        lives = aims.tell(
            "tenants",
            f"{len(tenants)} companies in one database, most of them made for this, in {filling:.0f} s. A new company"
            " is made from nothing to a workspace that answers, ten times each; the floor is the same with two.",
            [Aim("a new company is live, the slowest of ten", max(made), 2, "s", floor=max(few_made))],
            _made({FEW: few_made, len(tenants): made}),
            f"{PerMessage.HEAD}\n{alone.row(1, alone)}\n{spread.row(len(tenants), alone)}",
            _found(len(tenants), few_found, found),
        )
        took = migrating(Path(folder))
        whole = aims.tell(
            "migrating",
            f"{len(tenants)} companies. The floor is one pass of django-tenants' `migrate_schemas`, measured with"
            f" {STOCK} companies and counted up.",
            [
                Aim(f"{what}, all companies", took[what], 10, "s", floor=took[f"{what}, django-tenants"])
                for what in ("nothing to do", "a field and an index")
            ],
        )
        return lives and whole


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--companies", type=int, default=Size.companies)
    parser.add_argument("--short", action="store_true", help="so small that its figures mean nothing")
    wanted = parser.parse_args()
    size = Size(companies=12, made=2, rounds=2, messages=100) if wanted.short else Size(companies=wanted.companies)
    with Server(DATA).ensure_running() as server_url:
        aims.end(report(server_url, size))


def _made(times: dict[int, list[float]]) -> str:
    rows = [[present, f"{median(took) * 1000:.0f}", f"{max(took) * 1000:.0f}"] for present, took in times.items()]
    return tables.table(["a new company, where there are", "p50 ms", "slowest ms"], rows)


def _found(companies: int, few: dict[str, float], found: dict[str, float]) -> str:
    head = ["a request, CPU ms", "of one company", "÷ plain", f"of {companies} in turn", "÷ plain"]
    plain = "plain Django"
    rows = [
        [way, f"{one:.3f}", f"{one / few[plain]:.2f}", f"{found[way]:.3f}", f"{found[way] / found[plain]:.2f}"]
        for way, one in few.items()
    ]
    return tables.table(head, rows)


def _migrate() -> None:
    done = run.migrate(lambda line: print(f"    {line}", flush=True))
    assert done.problems == {}, done.problems


def _stock(schema: str) -> None:
    call_command("migrate_schemas", schema_name=schema, tenant=True, verbosity=0)


def _write(who: Iterable[tuple[Tenant, Customer]]) -> None:
    for tenant, customer in who:
        with current.entered(tenant):
            receive.message(customer, "When will my parcel arrive?", client_id=uuid4())


def _statements(who: Writers) -> float:
    with CaptureQueriesContext(connection) as asked:
        _write(who[:10])
    return len(asked) / len(who[:10])


def _backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])
