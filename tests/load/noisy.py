"""`python -m tests.load noisy`: what one company feels while another one asks for ten times what it is allowed."""

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from uvloop import new_event_loop

from agents import tokens
from agents.models import Agent
from conversations.models import Customer
from conversations.widget import visitors
from tenants import current
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tenants.trail import audit
from tests import cast, database
from tests.load import aims, application, checks, company, figures
from tests.load.aims import Aim
from tests.load.application import Served
from tests.load.asking import Answers
from tests.load.company import Company
from tests.load.figures import Figures, Spread
from tests.load.noise import Noise
from tests.load.returning import Place
from tests.load.running import Load, gathered, used
from tests.load.wakeup import DATA

QUIET, LOUD = "acme", "globex"
MOST = 2.0  # times
NAMES = {"alone": "alone", "loud": "beside ten times its limits", "rush": "beside a rush of questions"}


STEADY = Load(rate=20, seconds=60)


@dataclass(frozen=True)
class Size:
    """How much the quiet company does, for how long, and how many of the loud one there are."""

    load: Load = STEADY
    agents: int = 20
    customers: int = 180
    ask_every: float = 1.0
    visitors: int = 10
    sockets: int = 10
    rush: int = 300


SHORT = Size(load=Load(rate=10, seconds=10), agents=3, customers=20, visitors=3, sockets=3, rush=40)


@dataclass(frozen=True)
class Felt:
    """What the quiet company saw: its messages, and how long its questions waited, in milliseconds."""

    figures: Figures
    answers: Spread
    unanswered: int
    told: str

    def row(self) -> str:
        """A row of the table."""
        one = self.figures
        waited = f"{self.answers.p50:.0f} | {self.answers.p95:.0f}"
        spreads = f"{one.acknowledged.cells()} | {one.to_agent.cells()} | {one.to_customer.cells()}"
        return f"| {one.name} | {spreads} | {waited} | {self.unanswered} | {len(one.faults)} | {self.told} |"


HEAD = (
    "| the quiet company | ack p50 | p95 | p99 | to agent p50 | p95 | p99 | to customer p50 | p95 | p99"
    " | answer p50 | p95 | unanswered | errors | what the loud one was told |\n" + "|---" * 15 + "|"
)


@dataclass(frozen=True)
class Town:
    """A running Baton with both companies."""

    url: str
    served: Served
    quiet: Company
    size: Size
    loud: Noise

    def feel(self, name: str) -> Felt:
        """Let the quiet company work, and the loud one beside it as the name says."""
        host = f"{QUIET}.localhost"
        with gathered(self.served, host, self.quiet, self.size.load) as run, ThreadPoolExecutor(3) as pool:
            before = self.served.cpu()
            answers = pool.submit(self._ask)
            beside = pool.submit(self._beside, name)
            seen = run.play()
            cpu = used(before, self.served.cpu())
            answered, told = answers.result(), beside.result()
        wrong = checks.faults(seen, checks.stored(self.url, QUIET, "conversations_message"))
        measured = figures.measured(NAMES[name], seen, seconds=self.size.load.seconds, cpu=cpu, faults=wrong)
        return Felt(measured, figures.spread(answered.waited), answered.unanswered, told)

    def _beside(self, name: str) -> str:
        match name:
            case "loud":
                return self._be_loud()
            case "rush":
                return self._rush()
        return ""

    def _ask(self) -> Answers:
        answers, place = Answers(), Place(f"{QUIET}.localhost", self.served.port)
        with asyncio.Runner(loop_factory=new_event_loop) as runner:
            runner.run(answers.keep_asking(place, every=self.size.ask_every, seconds=self.size.load.seconds))
        return answers

    def _be_loud(self) -> str:
        command = [sys.executable, "-m", "tests.load", "noise"]
        plan = json.dumps(asdict(self.loud)) + "\n"
        done = subprocess.run(command, input=plan, stdout=subprocess.PIPE, text=True, check=True)
        return ", ".join(f"{what}: {times}" for what, times in sorted(json.loads(done.stdout).items()))

    def _rush(self) -> str:
        answers, place = Answers(), Place(f"{LOUD}.localhost", self.served.port)
        with asyncio.Runner(loop_factory=new_event_loop) as runner:
            runner.run(answers.ask_at_once(place, customers=self.size.rush))
        waited = figures.spread(answers.waited)
        return f"{len(answers.waited)} answers, p50 {waited.p50 / 1000:.1f} s, p95 {waited.p95 / 1000:.1f} s"


@contextmanager
def town(server_url: str, size: Size) -> Iterator[Town]:
    """Both companies, each with an assistant that knows something."""
    with database.cloned(server_url) as url, tempfile.TemporaryDirectory() as folder:
        with database.in_use(url):
            for slug in (QUIET, LOUD):
                with current.entered(Tenant.objects.get(schema_name=slug)):
                    cast.knowledge()
                    cast.rules()
            made = company.build(QUIET, agents=size.agents, customers=size.customers)
            company.build(LOUD, agents=1, customers=20)
            secret, visiting = _credentials(size)
        with application.baton(url, Path(folder), server="daphne", redis=False, web=1) as served:
            loud = Noise(served.port, f"{LOUD}.localhost", size.load.seconds, secret, visiting, size.sockets)
            yield Town(url, served, made, size, loud)


def _credentials(size: Size) -> tuple[str, list[str]]:
    """A program's secret and visitors' tokens of the loud company."""
    with current.entered(Tenant.objects.get(schema_name=LOUD)):
        by = Agent.objects.all()[0]
        _, secret = tokens.issue(by, "Loud", scopes=["conversations:read"], expires_at=None, actor=audit.by_system())
        who = [Customer.objects.create(name=f"Loud {number}") for number in range(size.visitors)]
        return secret, [visitors.token(one) for one in who]


def aims_of(felt: Felt, alone: Felt) -> list[Aim]:
    """At most twice the times of the same company alone."""
    name, one, by_itself = felt.figures.name, felt.figures, alone.figures
    pairs = [
        ("acknowledged", one.acknowledged.p95, by_itself.acknowledged.p95),
        ("shown to the agent", one.to_agent.p95, by_itself.to_agent.p95),
        ("shown to the customer", one.to_customer.p95, by_itself.to_customer.p95),
        ("answered by the assistant", felt.answers.p95, alone.answers.p95),
    ]
    return [
        Aim(f"{name}: lost, doubled, reordered, unanswered", len(one.faults) + felt.unanswered, 0, ""),
        *(Aim(f"{name}: {what}, p95", now, MOST * before, floor=before) for what, now, before in pairs),
    ]


def main() -> None:
    """The quiet company alone, and beside both ways of being loud."""
    size = SHORT if aims.asked(main.__doc__) else Size()
    with Server(DATA).ensure_running() as server_url, town(server_url, size) as here:
        replace(here, size=replace(size, load=Load(rate=10, seconds=5))).feel("alone")  # warms
        alone, loud, rush = [here.feel(name) for name in NAMES]
    load = size.load
    intro = (
        f"Two companies on one Baton. The quiet one: {size.agents + size.customers} sockets, {load.rate:.0f} messages a"
        f" second for {load.seconds:.0f} s, and a new customer each {size.ask_every:.0f} s who asks the assistant. The"
        " loud one: a program with 100 requests a second where 10 are allowed,"
        f" {size.visitors} visitors with 200 messages a minute where 20 are allowed, {size.sockets} sockets with 30"
        f" frames a second where 3 are allowed; and in another run {size.rush} customers who ask the assistant at one"
        " moment, which is allowed. The floor is the quiet company alone."
    )
    reached = [*aims_of(loud, alone), *aims_of(rush, alone)]
    table = "\n".join([HEAD, *(one.row() for one in (alone, loud, rush))])
    aims.end(aims.tell("noisy", intro, reached, table))
