"""A running Baton under sabotage: its processes, its database, its broker, and rounds of load with a fault in them."""

import asyncio
import logging
import os
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

import psycopg

from config.children import Child
from tenants import current
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import cast, database
from tests.faults import books, office, snapshot
from tests.faults.books import Books
from tests.faults.checker import Round, Violation, check
from tests.faults.desk import Desk
from tests.faults.office import Office
from tests.faults.redis_peer import Redis
from tests.faults.sabotage.switches import VARIABLE, Switches
from tests.faults.street import Street
from tests.mail.postbox import Postbox, postbox
from tests.running import Running, running

AGENTS = ("ann", "ben")
LONG = os.environ.get("BATON_FAULTS") == "long"
SEED = int(os.environ.get("BATON_FAULTS_SEED") or random.randrange(10**6))
TALKERS = 10 if LONG else 5
BUSY_WITHIN = 30.0
CLOSE_WITHIN = 60.0
REACTION_WITHIN = 75.0  # the assistant's deadline, and the time of a restart
CLEAN_WITHIN = 90.0
LOOK_EVERY = 0.25

# Every customer of acme has an address, so that whatever they did not see is mailed to them.
REACHABLE = """
CREATE FUNCTION acme.reachable() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.email := 'customer-' || NEW.id || '@example.org'; RETURN NEW; END $$;
CREATE TRIGGER reachable BEFORE INSERT ON acme.conversations_customer
FOR EACH ROW EXECUTE FUNCTION acme.reachable()
"""


@dataclass(frozen=True)
class Report:
    """What a round came to; `seconds` from the end of the fault until every invariant held."""

    fault: str
    customers: int
    messages: int
    reconnects: int
    seconds: float
    violations: list[Violation]
    books: Books | None = None

    def line(self) -> str:
        """A row of the table, as a run prints it."""
        found = ", ".join(sorted({one.invariant for one in self.violations})) or "none"
        figures = f"{self.customers:>9} {self.messages:>8} {self.reconnects:>10} {self.seconds:>8.1f}"
        return f"{self.fault:<44} {figures}  {found}"

    def cells(self) -> list[object]:
        """A row of the page's table."""
        found = ", ".join(sorted({one.invariant for one in self.violations}))
        kept = f"**not kept**: {found}" if found else "kept"
        told = ("", "", "")
        if self.books is not None:
            fresh = sum(unit.fresh for unit in self.books.units)
            told = (str(fresh), str(len(self.books.told)), str(len(self.books.outside.acts)))
        return [self.fault, self.customers, self.messages, self.reconnects, *told, f"{self.seconds:.1f} s", kept]


HEAD = f"{'fault':<44} {'customers':>9} {'messages':>8} {'reconnects':>10} {'recovery':>8}  violations"
COLUMNS = [
    *("fault", "customers", "messages", "connected again", "resolutions", "webhooks", "privileged acts"),
    *("until all held", "I1 to I14"),
]


@dataclass
class Scene:
    """One running Baton and what can be done to it."""

    baton: Running
    switches: Switches
    postbox: Postbox
    office: Office | None = None  # without one the books are not looked at
    postgres: Server | None = None
    redis: Redis | None = None
    reports: list[Report] = field(default_factory=list)
    dice: random.Random = field(default_factory=lambda: random.Random(SEED))
    read: Books | None = None  # the books as they were looked at last

    @property
    def url(self) -> str:
        """The database's address."""
        return self.baton.database_url

    def child(self, name: str) -> Child:
        """One of Baton's processes."""
        return self.baton.child(name)

    def desks(self) -> list[Desk]:
        """The agents, not at their desks yet."""
        return [Desk(name, self.baton.port) for name in AGENTS]

    async def play(self, fault: str, strike: Callable[["Scene", Street], Awaitable[None]]) -> Report:
        """One round: load, the fault, the end of the load, and the time until every invariant holds."""
        async with self.tended():
            if self.office is not None:  # a message of which nobody hears goes another way
                types = office.WITHOUT_MESSAGES if "plain" in fault else office.EVERYTHING
                await self.office.listens(self.baton.port, to=types)
            since = self.begin()
            async with AsyncExitStack() as held:
                street = Street(self.baton.port, talkers=TALKERS, dice=self.dice, held=held)
                await street.open(self.desks())
                async with nullcontext() if self.office is None else self.office.at_work(self.baton.port):
                    await asyncio.wait_for(street.is_busy(), BUSY_WITHIN)
                    await strike(self, street)
                ended = time.monotonic()
                violations = await self._settle(street, since)
                report = _report(fault, street, time.monotonic() - ended, violations)
                report = replace(report, books=self.read)
        self.reports.append(report)
        return report

    async def look(self, street: Street, since: float) -> Round:
        """Everything as it is now, with the promised seconds."""
        seen = await asyncio.to_thread(snapshot.read, self.url, since=since)
        arrived = [str(mail["Message-ID"]) for mail in self.postbox.mails]
        return Round(street.histories, seen, arrived, reaction_within=REACTION_WITHIN)

    async def with_books(self, seen: Round, since: float) -> Round:
        """The same with acme's books."""
        if self.office is None:
            return seen
        words = [sent.text for history in seen.histories for sent in history.sent]
        outside = await asyncio.to_thread(self.office.outside)
        found = await asyncio.to_thread(books.read, self.url, since=since, outside=outside, words=words)
        self.read = found
        return replace(seen, books=found)

    @asynccontextmanager
    async def tended(self) -> AsyncIterator[None]:
        """Start again what crashes, as the supervisor does, each time after its shortest pause."""
        task = asyncio.create_task(self._tend())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            self.switches.turn_off()

    def begin(self) -> float:
        """Forget the jobs of earlier rounds, but for those of the platform; gives the database's time."""
        if self.office is not None:
            self.office.begin()
        with psycopg.connect(self.url) as connection:
            connection.execute("DELETE FROM public.tenants_job WHERE schema_name <> 'public'")
        return snapshot.seconds(self.url)

    async def _settle(self, street: Street, since: float) -> list[Violation]:
        with suppress(TimeoutError):
            await asyncio.wait_for(street.close(), CLOSE_WITHIN)
        until = time.monotonic() + CLEAN_WITHIN
        while True:
            street.check_alive()
            violations = await self._violations(street, since)
            violations += [Violation("I1", f"{one.history.name} waits") for one in street.customers if one.unacked]
            if not violations or time.monotonic() > until:
                return violations
            await asyncio.sleep(LOOK_EVERY)

    async def _violations(self, street: Street, since: float) -> list[Violation]:
        """Of the conversations; once they are well, of the books too."""
        try:
            seen = replace(await self.look(street, since), settled=True)
            found = check(seen)
            if not found and self.office is not None:
                await self.office.look_around(self.baton.port, street.histories)
                found = check(await self.with_books(seen, since))
        except psycopg.OperationalError as error:
            return [Violation("I14", f"the database does not answer: {error}")]
        return found

    async def _tend(self) -> None:
        while True:
            for child in self.baton.baton.children:
                child._pause = 0.2
            for line in self.baton.baton.tend():
                self.baton.baton.log.write("baton", line)
            await asyncio.sleep(0.05)


def _report(fault: str, street: Street, seconds: float, violations: list[Violation]) -> Report:
    messages = sum(len(history.acked) for history in street.histories)
    reconnects = sum(max(0, history.welcomes - 1) for history in street.histories)
    return Report(fault, len(street.customers), messages, reconnects, seconds, violations)


@contextmanager
def scene(
    url: str,
    folder: Path,
    *,
    postgres: Server | None = None,
    redis: Redis | None = None,
    env: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Scene]:
    """Run Baton on the database, with all that acme has, until the block ends."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    switches, dice = Switches(folder / "switches"), random.Random(SEED)
    print(f"\nBATON_FAULTS_SEED={SEED}")
    with office.opened(dice) as outside, postbox() as box:
        with database.in_use(url):
            _furnish(outside)
        with psycopg.connect(url) as connection:
            connection.execute(REACHABLE)
        whole = {**_environment(switches, box, redis), **outside.environment(), **env}
        with running(url, folder, env=whole) as baton, outside.tells(baton.port):
            made = Scene(baton, switches, box, outside, postgres, redis, dice=dice)
            yield made
            for child in baton.baton.children:  # quickly; what a gentle end does is tested elsewhere
                child._end_group()
    if made.reports:
        print(f"\n{HEAD}", *(report.line() for report in made.reports), sep="\n")


def _furnish(outside: Office) -> None:
    for slug in database.TENANTS:
        with current.entered(Tenant.objects.get(schema_name=slug)):
            cast.knowledge()
            cast.rules()
            for name in AGENTS:
                cast.agent(name)
    outside.moves_in()


def _environment(switches: Switches, box: Postbox, redis: Redis | None) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
        "REDIS_URL": redis.url if redis is not None else "",
        "BATON_SETTLE_MS": "50",
        "BATON_LOG_LEVEL": "INFO",
        "BATON_MAIL_AFTER": "1",
        "EMAIL_URL": f"smtp://127.0.0.1:{box.port}",
        VARIABLE: str(switches.folder),
    }
