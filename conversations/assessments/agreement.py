"""How far reviewers agree, question by question, and the pairs in which they do not: to talk about them."""

from collections import defaultdict
from datetime import datetime
from typing import cast

from django.db.models import Q, QuerySet
from typing_extensions import TypedDict

from conversations import rows, wire
from conversations.assessments import agreeing, scorecards
from conversations.assessments.agreeing import Agreement, Enough, Measured, Pair
from conversations.assessments.questions import NOT_APPLICABLE, Question, QuestionKind
from conversations.models import Assessment, AssessmentAnswer, Scorecard
from conversations.quality import estimating, listing
from conversations.quality.estimating import EstimatedShare
from tenants import cursors
from tenants.openapi.shapes import Listed

Said = dict[str, AssessmentAnswer]


class AgreementCoefficient(TypedDict):
    """A coefficient with its 95% interval: 1 for full agreement, 0 for that of chance."""

    value: float
    low: float
    high: float


class QuestionAgreement(TypedDict):
    """How far two reviewers agree on a question."""

    id: str
    text: str
    kind: QuestionKind
    of: int
    """Pairs."""
    same: EstimatedShare | None
    """The share that said the same."""
    kappa: AgreementCoefficient | None
    """Null where all say one and the same thing."""
    alpha: AgreementCoefficient | None
    enough: Enough
    """Whether that many pairs say anything."""
    needed: int | None
    """How many pairs would make the interval narrow, where it is not."""


class ReviewerAgreement(TypedDict):
    """How far two reviewers agree on each question of a scorecard."""

    pairs: int
    waiting: int
    """Pairs of which one half is still to be done."""
    points_apart: float | None
    """Of 100, on average."""
    data: list[QuestionAgreement]


class DifferingSide(TypedDict):
    """One of two assessments of the same conversation."""

    id: str
    reviewer: rows.Colleague | None
    score: float | None
    failed: bool


class DifferingAnswer(TypedDict):
    """What one of the two said to a question."""

    label: str
    quote_seq: int | None
    note: str


class DifferingQuestion(TypedDict):
    """A question that the two answered otherwise."""

    id: str
    text: str
    critical: bool
    first: DifferingAnswer
    second: DifferingAnswer


class DifferingPair(TypedDict):
    """Two assessments of the same conversation that differ somewhere."""

    id: str
    conversation_id: str
    customer: rows.CustomerBrief
    happened_at: str
    topic: str | None
    first: DifferingSide
    second: DifferingSide
    questions: list[DifferingQuestion]


def measured(card: Scorecard, *, days: int, now: datetime) -> ReviewerAgreement:
    """Kappa, alpha and the share that said the same, of each question of the card, with how many pairs there are."""
    asked = scorecards.asked(card.versions.all()[0])
    pairs: dict[str, list[Pair]] = defaultdict(list)
    apart: list[float] = []
    found = list(_pairs(days, now).filter(scorecard=card))
    for second in found:
        for question in asked:
            pair = _pair(question, _told(_first(second)), _told(second))
            if pair is not None:
                pairs[question.id].append(pair)
        scores = _first(second).score, second.score
        if scores[0] is not None and scores[1] is not None:
            apart.append(abs(scores[0] - scores[1]))
    waiting = Assessment.objects.filter(_half_done(), scorecard=card, second_of__isnull=False)
    return {
        "pairs": len(found),
        "waiting": waiting.count(),
        "points_apart": sum(apart) / len(apart) if apart else None,
        "data": [_agreement(one, agreeing.agreement(pairs[one.id])) for one in asked],
    }


def differing(card: Scorecard, *, days: int, limit: int, cursor: str, now: datetime) -> Listed[DifferingPair]:
    """A page of the pairs that differ somewhere, the newest first, with what each of the two said there."""
    found = _pairs(days, now).filter(scorecard=card).order_by("-id")
    differ = [str(second.id) for second in found if _differences(second)]
    page = cursors.newest_ids_first(found.filter(id__in=differ), limit=limit, cursor=cursor)
    return page.of([_shown(second) for second in page.rows])


def _agreement(question: Question, found: Agreement) -> QuestionAgreement:
    return {
        "id": question.id,
        "text": question.text,
        "kind": question.kind,
        "of": found.of,
        "same": estimating.shown(found.same),
        "kappa": _coefficient(found.kappa),
        "alpha": _coefficient(found.alpha),
        "enough": found.enough,
        "needed": found.needed,
    }


def _coefficient(one: Measured | None) -> AgreementCoefficient | None:
    return None if one is None else {"value": one.value, "low": one.low, "high": one.high}


def _pairs(days: int, now: datetime) -> QuerySet[Assessment]:
    """The second ones of which both are done, with all that is said."""
    loaded = ("second_of__reviewer", "reviewer", "conversation__customer", "version", "second_of__version")
    since = listing.window(now, days)
    both = Assessment.objects.filter(second_of__done_at__isnull=False, done_at__gte=since)
    return both.select_related(*loaded).prefetch_related("answers", "second_of__answers")


def _half_done() -> Q:
    one, other = Q(done_at=None), Q(second_of__done_at=None)
    return (one | other) & Q(skipped_at=None, second_of__skipped_at=None)


def _first(second: Assessment) -> Assessment:
    return cast("Assessment", second.second_of)


def _told(one: Assessment) -> Said:
    return {answer.question: answer for answer in one.answers.all()}


def _pair(question: Question, first: Said, second: Said) -> Pair | None:
    """Both answers as numbers; None where one is missing, or on a scale does not apply."""
    if question.id not in first or question.id not in second:
        return None
    values = first[question.id].value, second[question.id].value
    known = question.values()
    if any(value not in known for value in values):
        return None
    if not question.ordered:
        return float(known.index(values[0])), float(known.index(values[1]))
    if NOT_APPLICABLE in values:
        return None
    worths = question.worth(values[0]), question.worth(values[1])
    return worths[0] or 0.0, worths[1] or 0.0


def _differences(second: Assessment) -> list[Question]:
    """The questions that the two answered otherwise, of the version that both had."""
    first, other = _told(_first(second)), _told(second)
    return [
        one
        for one in scorecards.asked(second.version)
        if one.id in first and one.id in other and first[one.id].value != other[one.id].value
    ]


def _shown(second: Assessment) -> DifferingPair:
    first = _first(second)
    return {
        "id": second.id,
        "conversation_id": second.conversation_id,
        "customer": rows.customer(second.conversation),
        "happened_at": wire.stamp(second.happened_at),
        "topic": second.topic or None,
        "first": _side(first),
        "second": _side(second),
        "questions": [
            {
                "id": one.id,
                "text": one.text,
                "critical": one.critical,
                "first": _answer(one, _told(first)[one.id]),
                "second": _answer(one, _told(second)[one.id]),
            }
            for one in _differences(second)
        ],
    }


def _side(one: Assessment) -> DifferingSide:
    return {"id": one.id, "reviewer": rows.colleague(one.reviewer), "score": one.score, "failed": one.failed}


def _answer(question: Question, answer: AssessmentAnswer) -> DifferingAnswer:
    return {"label": question.label(answer.value), "quote_seq": answer.quote_seq, "note": answer.note}
