"""`python -m tests.load growth`: what a message, a socket and an answer cost, from few to many."""

import asyncio
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from uvloop import new_event_loop

from tenants import current
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import cast, database, tables
from tests.load import aims, application, bench, checks, company, figures, many
from tests.load.aims import Aim
from tests.load.application import Served
from tests.load.asking import Answers
from tests.load.bench import HOST, SLUG
from tests.load.company import Company
from tests.load.figures import Figures
from tests.load.returning import Place
from tests.load.running import Load, gathered, used
from tests.load.wakeup import DATA

KEY = "daphne-pg"
MILLION = 1e6


@dataclass(frozen=True)
class Size:
    """Which steps are measured, and for how long."""

    sockets: Sequence[int] = (250, 1000, 5000)  # of the first, four of five write: enough for the limit of each
    companies: Sequence[int] = (1, 50, 500)
    together: int = 1000  # sockets of all companies
    rate: float = 50
    seconds: float = 20
    still: float = 10.0
    answers: int = 40


SHORT = Size(sockets=(20, 40), companies=(1, 5), together=20, rate=20, seconds=4, still=2.0, answers=5)


@dataclass(frozen=True)
class Step:
    """One step: its figures, the web server's memory in bytes, and what it costs while nobody writes."""

    many: int
    figures: Figures
    memory: int
    socket_bytes: float = 0.0
    still_ms: float = 0.0  # of processor time a socket and minute
    cold: Figures | None = None  # of the same load just before, when most companies had not been written to yet
    still: str = ""  # parts of a processor: web, database, others

    def costs(self) -> list[str]:
        """What all tables show."""
        one = self.figures
        cpu = [f"{cost:.2f}" for cost in _parts(one.cpu)]
        times = [f"{one.acknowledged.p95:.1f}", f"{max(one.to_agent.p95, one.to_customer.p95):.1f}"]
        return [*cpu, *times, str(len(one.faults))]


def _parts(cpu: Mapping[str, float]) -> tuple[float, float, float]:
    """What the web server, the database, and worker and sweeper used of it."""
    others = sum(cost for part, cost in cpu.items() if part not in {"web", "database"})
    return cpu["web"], cpu["database"], others


COSTS = ["CPU ms a message: web", "database", "worker and sweeper", "ack p95 ms", "delivered p95 ms", "errors"]
OF_COMPANIES = [
    "÷ one: web / database",
    "the same load before, most companies' first messages: web / database / others",
    "of a core while nobody writes: web / database / others",
]


def by_sockets(server_url: str, size: Size) -> list[Step]:
    """The same writing customers and agents, and more and more visitors who look on."""
    few = bench.Size(agents=size.sockets[0] // 5, customers=size.sockets[0] * 4 // 5)
    with bench.serving(server_url, KEY, few) as (url, made, served):
        with gathered(served, HOST, made, Load(rate=size.rate, seconds=3)) as run:
            run.play()  # warms
        empty = served.memory("web")
        return [_with_sockets(url, made, served, sockets, size, empty) for sockets in size.sockets]


def _with_sockets(url: str, made: Company, served: Served, sockets: int, size: Size, empty: int) -> Step:
    load = Load(rate=size.rate, seconds=size.seconds, processes=2, strangers=sockets - size.sockets[0])
    with gathered(served, HOST, made, load) as run:
        memory = served.memory("web")
        before = served.cpu()
        time.sleep(size.still)
        still = used(before, served.cpu())["web"]
        figure = _played(run, served, {SLUG: url}, load, f"{sockets} sockets")
    socket_bytes = (memory - empty) / sockets
    return Step(sockets, figure, memory, socket_bytes, still * 1000 / sockets * 60 / size.still)


def by_companies(server_url: str, size: Size) -> list[Step]:
    """As many sockets, dealt to more and more companies in a database with all of them."""
    steps = []
    with database.cloned(server_url) as url, tempfile.TemporaryDirectory() as folder:
        with database.in_use(url):
            many.fill(max(size.companies))
            hosts = dict(Tenant.objects.filter(name__startswith="many").values_list("schema_name", "domains__domain"))
            hosts = {SLUG: HOST, **hosts}
            made = {count: _dealt(list(hosts.items())[:count], size.together // count) for count in size.companies}
        with application.baton(url, Path(folder), server="daphne", redis=False, web=1) as served:
            for count, whole in made.items():
                load = Load(rate=size.rate, seconds=size.seconds, processes=min(2, len(whole.sessions)))
                schemas = dict.fromkeys(list(hosts)[:count], url)
                with gathered(served, HOST, whole, load) as run:
                    cold = _played(run, served, schemas, load, f"{count} companies, cold")
                with gathered(served, HOST, whole, load) as run:
                    before = served.cpu()
                    time.sleep(size.still)
                    still = " / ".join(f"{part / size.still:.0%}" for part in _parts(used(before, served.cpu())))
                    figure = _played(run, served, schemas, load, f"{count} companies")
                steps.append(Step(count, figure, served.memory("web"), cold=cold, still=still))
    return steps


def _dealt(hosts: list[tuple[str, str]], sockets: int) -> Company:
    agents = max(1, sockets // 50)
    return company.joined(
        (host, company.build(slug, agents=agents, customers=sockets - agents)) for slug, host in hosts
    )


def _played(run: object, served: Served, schemas: dict[str, str], load: Load, name: str) -> Figures:
    before = served.cpu()
    seen = run.play()  # type: ignore[attr-defined]
    cpu = used(before, served.cpu())
    logs = {key: log for slug, url in schemas.items() for key, log in _stored(url, slug).items()}
    wrong = checks.faults(seen, logs)
    for line in wrong[:3]:
        print(f"    {name}: {line}")
    return figures.measured(name, seen, seconds=load.seconds, cpu=cpu, faults=wrong)


def _stored(url: str, slug: str) -> dict[str, checks.Log]:
    return checks.stored(url, slug, "conversations_message")


def of_answers(server_url: str, size: Size) -> list[list[str]]:
    """What an answer of the embedded assistant costs each part, and how long a new customer waits for it."""
    with database.cloned(server_url) as url, tempfile.TemporaryDirectory() as folder:
        with database.in_use(url), current.entered(Tenant.objects.get(schema_name=SLUG)):
            cast.knowledge()
            cast.rules()
            cast.agent("somebody")
        with application.baton(url, Path(folder), server="daphne", redis=False, web=1) as served:
            _asked(served, 6)  # warms
            before = served.cpu()
            answers = _asked(served, size.answers)
            cpu = used(before, served.cpu())
    waited = figures.spread(answers.waited)
    each = [f"{cpu[part] * 1000 / size.answers:.1f}" for part in ("web", "worker", "sweeper", "database")]
    return [[*each, f"{waited.p50:.0f}", f"{waited.p95:.0f}", str(answers.unanswered)]]


def _asked(served: Served, many_of: int) -> Answers:
    answers, place = Answers(), Place(HOST, served.port)
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(answers.keep_asking(place, every=0.5, seconds=many_of / 2))
    return answers


def main() -> None:
    """All three."""
    size = SHORT if aims.asked(main.__doc__) else Size()
    with Server(DATA).ensure_running() as server_url:
        sockets, companies = by_sockets(server_url, size), by_companies(server_url, size)
        answers = of_answers(server_url, size)
    wrong = sum(len(step.figures.faults) for step in (*sockets, *companies))
    first = companies[0].figures.cpu
    for_sockets = [
        [f"{one.many:,}", *one.costs(), f"{one.socket_bytes / 1000:.1f}", f"{one.still_ms:.1f}"] for one in sockets
    ]
    for_companies = [
        [
            one.many,
            *one.costs(),
            f"{one.figures.cpu['web'] / first['web']:.2f} / {one.figures.cpu['database'] / first['database']:.2f}",
            " / ".join(f"{cost:.1f}" for cost in _parts(one.cold.cpu)) if one.cold else "",
            one.still,
            f"{one.memory / MILLION:.0f}",
        ]
        for one in companies
    ]
    intro = (
        f"One daphne on PostgreSQL alone, {size.rate:.0f} messages a second for {size.seconds:.0f} s. With more sockets"
        f" the same {size.sockets[0]} write, and the others look on; memory is the web server's above what it holds"
        " without them. With more companies, all of them in the database from the first row on,"
        f" {size.together:,} sockets are dealt to them, each company with at least one agent; everybody at a desk sees"
        " each row of their company, so that fewer and bigger companies pay more for them."
    )
    kept = aims.tell(
        "growth",
        intro,
        [Aim("lost, doubled, reordered, errors in all runs", wrong, 0, "")],
        tables.table(["sockets", *COSTS, "kB a socket", "CPU ms a silent socket and minute"], for_sockets),
        tables.table(["companies", *COSTS, *OF_COMPANIES, "MB of the web server"], for_companies),
        tables.table(
            ["CPU ms an answer: web", "worker", "sweeper", "database", "waited p50 ms", "p95", "unanswered"], answers
        ),
    )
    aims.end(kept)
