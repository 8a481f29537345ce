"""Finds what would leave a customer stuck in a guide: dead ends, loops, steps that nothing leads to; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.skills.troubleshooting.guide import Guidance, GuideStep, StepKind

MOST_STEPS = 60
MOST_ANSWERS = 8
DEEPEST = 20  # questions that a customer may have to answer


@dataclass(frozen=True)
class Fault:
    """What is wrong, in words for the admin, and at which step ("" for the whole guide)."""

    step: str
    says: str


def faults(guide: Guidance) -> list[Fault]:
    """All that is wrong with the guide, in the order of its steps; empty when it may be switched on."""
    if not guide.steps:
        return [Fault("", "There is no step yet. Begin with a question.")]
    found = list(_of_whole(guide))
    for step in guide.steps:
        found += _of_step(guide, step)
    if not found:
        found = list(_of_ways(guide))
    return found


def _of_whole(guide: Guidance) -> Iterator[Fault]:
    if len(guide.steps) > MOST_STEPS:
        yield Fault("", f"There may be {MOST_STEPS} steps at most.")
    if len(guide.by_id) < len(guide.steps):
        yield Fault("", "Two steps have the same id.")
    if guide.steps[0].kind is not StepKind.QUESTION:
        yield Fault(guide.steps[0].id, "The first step has to be a question.")


def _of_step(guide: Guidance, step: GuideStep) -> Iterator[Fault]:
    if not step.says.strip():
        yield Fault(step.id, "The step says nothing.")
    if step.kind is not StepKind.QUESTION:
        if step.answers:
            yield Fault(step.id, "Where the guide ends there is nothing to answer.")
        return
    yield from _of_answers(guide, step)


def _of_answers(guide: Guidance, step: GuideStep) -> Iterator[Fault]:
    if not 2 <= len(step.answers) <= MOST_ANSWERS:
        yield Fault(step.id, f"A question needs two to {MOST_ANSWERS} answers.")
    labels = [word.strip().casefold() for one in step.answers for word in (one.label, *one.also)]
    if not all(labels):
        yield Fault(step.id, "An answer is empty.")
    elif len(set(labels)) < len(labels):
        yield Fault(step.id, "Two answers have the same words.")
    for one in step.answers:
        if one.to not in guide.by_id:
            yield Fault(step.id, f"The answer “{one.label}” leads nowhere.")


def _of_ways(guide: Guidance) -> Iterator[Fault]:
    """What shows only when one walks all ways from the first step."""
    loop = _loop(guide)
    if loop:
        yield Fault(loop, "From here a customer would come round to the same question again.")
        return
    reached, deepest = _walked(guide)
    if deepest > DEEPEST:
        yield Fault("", f"The longest way has {deepest} questions; {DEEPEST} are the most that anybody answers.")
    for step in guide.steps:
        if step.id not in reached:
            yield Fault(step.id, "No answer leads here.")


def _loop(guide: Guidance) -> str:
    """The id of a step from which one comes back to it; "" when there is none."""
    done: set[str] = set()

    def visit(key: str, above: tuple[str, ...]) -> str:
        if key in above:
            return key
        if key in done:
            return ""
        for one in guide.by_id[key].answers:
            found = visit(one.to, (*above, key))
            if found:
                return found
        done.add(key)
        return ""

    return visit(guide.steps[0].id, ())


def _walked(guide: Guidance) -> tuple[set[str], int]:
    """The steps that can be reached, and the number of questions on the longest way; there is no loop."""
    deep: dict[str, int] = {}

    def depth(key: str) -> int:
        if key not in deep:
            step = guide.by_id[key]
            own = 1 if step.kind is StepKind.QUESTION else 0
            deep[key] = own + max((depth(one.to) for one in step.answers), default=0)
        return deep[key]

    longest = depth(guide.steps[0].id)
    return set(deep), longest
