"""`python -m tests.load endurance|burst`: 1,000 sockets at an even 50 messages a second, and at 300 for ten seconds."""

from dataclasses import dataclass, replace

from tenants.embedded.postgres import Server
from tests.load import aims, application, bench, checks, figures
from tests.load.aims import Aim
from tests.load.bench import CONFIGURATIONS, HOST, SLUG, Size
from tests.load.figures import Figures
from tests.load.generator import Seen
from tests.load.running import Load, gathered, used
from tests.load.wakeup import DATA

EVERYBODY = Size(agents=20, customers=980)
FEW = Size(agents=4, customers=56)
STEADY = Load(rate=50, seconds=600, processes=2)
BURST = Load(rate=300, seconds=10, processes=2)
SERVERS = ("daphne-pg", "uvicorn-pg", "two-uvicorn-redis")
LATE_MS = 100.0  # a message that left later than this was held up by the generator, not by Baton


@dataclass(frozen=True)
class Rush:
    """What one server made of it: its figures, and how long after the last message all had arrived."""

    figures: Figures
    drained: float

    @property
    def acknowledged_p95(self) -> float:
        """Milliseconds until a message is stored."""
        return self.figures.acknowledged.p95

    @property
    def delivered_p95(self) -> float:
        """Milliseconds until the other end shows a message, in the slower direction."""
        return max(self.figures.to_agent.p95, self.figures.to_customer.p95)

    @property
    def delivered_p99(self) -> float:
        """The same of all but one in a hundred."""
        return max(self.figures.to_agent.p99, self.figures.to_customer.p99)


def of_floor(server_url: str, load: Load, size: Size) -> Rush:
    """The load against bare sockets and one insert."""
    with bench.populated(server_url, size) as (url, made), application.floor(url) as served:
        with gathered(served, HOST, made, load, bare=True) as run:
            before = served.cpu()
            seen = run.play()
            cpu = used(before, served.cpu())
        wrong = checks.faults(seen, checks.stored(url, "public", "floor"))
        measured = figures.measured("floor", seen, seconds=load.seconds, cpu=cpu, faults=wrong)
        return Rush(measured, drained(seen))


def of_baton(server_url: str, key: str, load: Load, size: Size) -> Rush:
    """The load against a whole Baton."""
    with bench.serving(server_url, key, size) as (url, made, served):
        with gathered(served, HOST, made, load) as run:
            before = served.cpu()
            seen = run.play()
            cpu = used(before, served.cpu())
        wrong = checks.faults(seen, checks.stored(url, SLUG, "conversations_message"))
        name = CONFIGURATIONS[key][0]
        return Rush(figures.measured(name, seen, seconds=load.seconds, cpu=cpu, faults=wrong), drained(seen))


def drained(seen: list[Seen]) -> float:
    """Seconds from the last message's leaving until the last was acknowledged and shown."""
    left = max(max(one.sent.values()) for one in seen)
    came = max(max([*one.acknowledged.values(), *one.delivered.values()]) for one in seen)
    return came - left


def steady_aims(one: Rush, floor: Rush) -> list[Aim]:
    """What is promised under an even load."""
    name = one.figures.name
    return [
        Aim(f"{name}: lost, doubled, reordered, errors", len(one.figures.faults), 0, ""),
        Aim(f"{name}: acknowledged, p95", one.acknowledged_p95, 200, floor=floor.acknowledged_p95),
        Aim(f"{name}: delivered, p95", one.delivered_p95, 400, floor=floor.delivered_p95),
        Aim(f"{name}: delivered, p99", one.delivered_p99, 1000, floor=floor.delivered_p99),
    ]


def burst_aims(one: Rush, floor: Rush) -> list[Aim]:
    """What is promised of a burst."""
    name = one.figures.name
    return [
        Aim(f"{name}: lost, doubled, reordered, errors", len(one.figures.faults), 0, ""),
        Aim(f"{name}: drained after the last message", one.drained, 30, "s", floor=floor.drained),
    ]


def rows(rushes: list[Rush]) -> str:
    """The table of all figures, as `make load` prints it."""
    floor = rushes[0].figures
    return "\n".join([figures.HEAD, *(one.figures.row(floor if place else None) for place, one in enumerate(rushes))])


def told(load: Load, size: Size, rushes: list[Rush]) -> str:
    """What was played, and by how much the generator itself was late."""
    late = max(one.figures.late for one in rushes) * 1000
    held_up = f" The generator was up to {late:.0f} ms late itself." if late > LATE_MS else ""
    sockets = f"{size.agents + size.customers:,} sockets, {size.agents} of them agents'"
    rate = f"{load.rate:.0f} messages a second for {load.seconds:.0f} s"
    messages = rushes[-1].figures.messages
    return f"{sockets}, {rate}; {messages:,} messages, every one compared with the database.{held_up}"


def endurance() -> None:
    """An even load for ten minutes, against the server that Baton runs with by itself."""
    short = aims.asked(endurance.__doc__)
    load, size = (replace(STEADY, seconds=6), FEW) if short else (STEADY, EVERYBODY)
    with Server(DATA).ensure_running() as server_url:
        floor = of_floor(server_url, replace(load, seconds=min(load.seconds, 60)), size)
        one = of_baton(server_url, SERVERS[0], load, size)
    intro = told(load, size, [one]) + " The floor was measured for a tenth of the time."
    for line in one.figures.faults[:10]:
        print(f"    {line}")
    aims.end(aims.tell("load", intro, steady_aims(one, floor), rows([floor, one])))


def burst() -> None:
    """Six times that load for ten seconds, against each way of serving."""
    short = aims.asked(burst.__doc__)
    load, size = (replace(BURST, seconds=3), FEW) if short else (BURST, EVERYBODY)
    with Server(DATA).ensure_running() as server_url:
        floor = of_floor(server_url, load, size)
        served = [of_baton(server_url, key, load, size) for key in SERVERS]
    reached = [aim for one in served for aim in burst_aims(one, floor)]
    for one in served:
        for line in one.figures.faults[:5]:
            print(f"    {one.figures.name}: {line}")
    aims.end(aims.tell("burst", told(load, size, served), reached, rows([floor, *served])))
