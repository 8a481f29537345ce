"""Retrieval and its confidence, on companies that the fit behind each figure has not seen."""

from collections.abc import Iterator

from assistant.evaluation import measures
from assistant.evaluation.bench import Ask
from conversations.evaluation.table import Row, Work

PART = "retrieval"


def rows(work: Work) -> Iterator[Row]:
    """Right first, refusal of what no article answers, and calibration: English and six other languages."""
    found = measures.of_retrieval(work.data, work.say)
    written, hidden, foreign = (found.asked(ask) for ask in (Ask.WRITTEN, Ask.HIDDEN, Ask.FOREIGN))
    yield Row(PART, "right article first", *measures.right_first(written))
    yield Row(PART, "no answer, refused at 90% answered", *measures.refused(written, 0.9), floor=0.85, goal=0.92)
    yield Row(PART, "article taken away, refused at 90% answered", *measures.refused(hidden, 0.9))
    yield Row(PART, "meant for another company, refused at 90% answered", *measures.refused(foreign, 0.9))
    yield Row(PART, "calibration error", *measures.calibration_error(written), floor=0.08, goal=0.04, at_most=True)
    yield Row(PART, "calibration error, articles taken away", *measures.calibration_error(hidden), at_most=True)
    abroad = found.in_other_languages()
    yield Row(PART, "six other languages, right article first", *measures.right_first(abroad))
    yield Row(PART, "six other languages, refused at 90% answered", *measures.refused(abroad, 0.9))
