"""Writes to a business against policies as data: what is allowed passes, what is forbidden never does."""

from collections.abc import Iterator, Sequence

from assistant.evaluation import measures
from assistant.evaluation.policies import airline, cases, retail
from assistant.evaluation.policies.cases import Case
from assistant.skills.clauses import Policy
from conversations.evaluation.table import Row, Work

PART = "policy"
LISTED = 5


def rows(work: Work) -> Iterator[Row]:
    """The right writes of a shop's and an airline's tasks, the wished ones that are wrong, and mutated ones."""
    shop, flights = cases.policy("retail"), cases.policy("airline")
    right = list(retail.replayed(work.data))
    yield _allowed("shop, right writes of its tasks allowed", shop, right, work, note=NOTE)
    yield _refused("shop, wrong wishes of its tasks refused", shop, list(retail.wished(work.data)), work)
    yield _refused("shop, mutated writes refused", shop, [bad for one in right for bad in retail.mutated(one)], work)
    trips = list(airline.of_tasks())
    allowed = [one for one in trips if one.allowed]
    yield _allowed("airline, right writes of its tasks allowed", flights, allowed, work)
    yield _refused(
        "airline, wrong wishes of its tasks refused", flights, [one for one in trips if not one.allowed], work
    )
    wrong = [bad for one in allowed for bad in airline.mutated(one)]
    yield _refused("airline, mutated writes refused", flights, wrong, work)


NOTE = "Task 105 pays a difference of 21.10 with a gift card of 17.00, which the shop's policy forbids."


def _allowed(measure: str, rules: Policy, right: Sequence[Case], work: Work, *, note: str = "") -> Row:
    held = [one for one in right if not cases.passes(rules, one)]
    _tell(measure, held, work)
    return Row(PART, measure, *measures.share(len(right) - len(held), len(right)), floor=0.99, goal=1.0, note=note)


def _refused(measure: str, rules: Policy, wrong: Sequence[Case], work: Work) -> Row:
    passed = [one for one in wrong if cases.passes(rules, one)]
    _tell(measure, passed, work)
    return Row(PART, measure, *measures.share(len(wrong) - len(passed), len(wrong)), floor=1.0, goal=1.0)


def _tell(measure: str, missed: Sequence[Case], work: Work) -> None:
    for one in missed[:LISTED]:
        work.say(f"{measure}: not so for {one.how}, {one.act}")
