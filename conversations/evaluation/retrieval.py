"""Retrieval and its confidence, on companies that the fit behind each figure has not seen."""

from collections.abc import Iterator

from assistant.evaluation import measures
from conversations.evaluation.table import Row, Work

PART = "retrieval"


def rows(work: Work) -> Iterator[Row]:
    """Right first, refusal of what no article answers, and calibration: English and six other languages."""
    english, abroad = measures.of_retrieval(work.data, work.say)
    yield Row(PART, "right article first", *measures.right_first(english))
    yield Row(PART, "unanswerable refused at 90% answered", *measures.refused(english, 0.9), floor=0.85, goal=0.92)
    yield Row(
        PART, "expected calibration error", *measures.calibration_error(english), floor=0.08, goal=0.04, at_most=True
    )
    yield Row(PART, "six other languages, right article first", *measures.right_first(abroad))
    yield Row(PART, "six other languages, calibration error", *measures.calibration_error(abroad), at_most=True)
