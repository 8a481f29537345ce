"""A tenant's intents, and questions in other languages."""

from collections.abc import Iterator

from assistant.evaluation import measures, understanding
from conversations.evaluation.table import Row, Work

PART = "understanding"


def rows(work: Work) -> Iterator[Row]:
    """Intents of one bank and of many domains, what belongs to none, and six languages against English."""
    full = understanding.bank(work.data, work.say)
    yield Row(PART, "77 bank intents, all examples", *full.right(), floor=0.94, goal=0.945)
    yield Row(PART, "the same, each intent counting alike", *full.right_evenly(), floor=0.94, goal=0.945)
    few = understanding.bank_of_ten(work.data, work.say)
    yield Row(PART, "77 bank intents, ten examples each", *few.right(), floor=0.865, goal=0.88)
    yield Row(PART, "the same ten, each intent counting alike", *few.right_evenly(), floor=0.865, goal=0.88)
    yield Row(PART, "77 bank intents, ten examples each, calibration error", *few.calibration_error(), at_most=True)
    hidden = understanding.bank_with_hidden(work.data, work.say)
    yield Row(PART, "a third of them hidden, refused at 95% accepted", *hidden.refused(), floor=0.4, goal=0.5)
    many = understanding.many(work.data, work.say)
    yield Row(PART, "150 intents", *many.right(), floor=0.958, goal=0.965)
    yield Row(PART, "150 intents, out of scope refused at 95% accepted", *many.refused(), floor=0.88, goal=0.92)
    spoken = understanding.abroad(work.data, work.say)
    for language, measured in spoken.items():
        yield Row(PART, f"nearest of 400 English texts, asked in {language}", *measured, floor=0.93, goal=0.95)
    cases = sum(one.cases for one in spoken.values())
    hits = round(sum(one.value * one.cases for one in spoken.values()))
    yield Row(PART, "nearest of 400, all six", *measures.share(hits, cases), floor=0.93, goal=0.95)
