"""The figures of a run, and the table that compares runs with the floor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles

from tests.load.generator import Seen

HEAD = (
    "| configuration | messages/s | ack p50 | p95 | p99 | to agent p50 | p95 | p99 | to customer p50 | p95 | p99 "
    "| to agent ÷ floor p50 / p95 | CPU ms a message: web | database | worker | gaps | errors |\n" + "|---" * 17 + "|"
)


@dataclass(frozen=True)
class Spread:
    """Percentiles in milliseconds."""

    p50: float
    p95: float
    p99: float

    def cells(self) -> str:
        """Three cells of a row."""
        return f"{self.p50:.1f} | {self.p95:.1f} | {self.p99:.1f}"


@dataclass(frozen=True)
class Figures:
    """What one run measured; times in milliseconds, processor time in milliseconds a message."""

    name: str
    messages: int
    rate: float
    acknowledged: Spread
    to_agent: Spread
    to_customer: Spread
    cpu: dict[str, float]
    gaps: int
    faults: list[str]
    late: float

    def row(self, floor: "Figures | None") -> str:
        """A row of the table."""
        ratio = "1 / 1"
        if floor is not None:
            p50, p95 = self.to_agent.p50 / floor.to_agent.p50, self.to_agent.p95 / floor.to_agent.p95
            ratio = f"{p50:.1f} / {p95:.1f}"
        others = sum(cost for part, cost in self.cpu.items() if part not in {"web", "database"})
        return (
            f"| {self.name} | {self.rate:.0f} | {self.acknowledged.cells()} | {self.to_agent.cells()} "
            f"| {self.to_customer.cells()} | {ratio} | {self.cpu['web']:.1f} | {self.cpu['database']:.1f} "
            f"| {others:.1f} | {self.gaps} | {len(self.faults)} |"
        )


def measured(name: str, seen: Sequence[Seen], *, seconds: float, cpu: dict[str, float], faults: list[str]) -> Figures:
    """The figures of what the generators saw; `cpu` is in seconds for the whole run."""
    messages = sum(len(one.sent) for one in seen)
    return Figures(
        name=name,
        messages=messages,
        rate=messages / seconds,
        acknowledged=spread(one.acknowledged[c] - one.sent[c] for one in seen for c in one.acknowledged),
        to_agent=spread(one.delivered[c] - one.sent[c] for one in seen for c in one.by_customer if c in one.delivered),
        to_customer=spread(
            one.delivered[c] - one.sent[c] for one in seen for c in one.delivered.keys() - set(one.by_customer)
        ),
        cpu={part: used * 1000 / max(messages, 1) for part, used in cpu.items()},
        gaps=sum(thread["gaps"] for one in seen for thread in one.threads),
        faults=faults,
        late=max(one.late for one in seen),
    )


def spread(seconds: Iterable[float]) -> Spread:
    """The percentiles of some times in seconds, as milliseconds; not a number for fewer than two."""
    times = sorted(seconds)
    if len(times) < 2:
        return Spread(float("nan"), float("nan"), float("nan"))
    cut = quantiles(times, n=100)
    return Spread(cut[49] * 1000, cut[94] * 1000, cut[98] * 1000)
