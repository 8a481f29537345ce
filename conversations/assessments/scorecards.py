"""The one writer of scorecards: a change publishes a version, and what was judged with an older one stays as it is."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.models import Agent
from conversations import rows, wire
from conversations.assessments import questions
from conversations.assessments.questions import Question, ScorecardSection
from conversations.models import Assessed, Scorecard, ScorecardVersion
from tenants.errors import BatonError, NotFoundError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
WRITTEN = ("name", "describes", "looks_at")


class ScorecardVersionBrief(TypedDict):
    """A version of a scorecard, and when it was published."""

    number: int
    at: str


class ScorecardRow(TypedDict):
    """A scorecard with the version that counts."""

    id: str
    name: str
    describes: str
    looks_at: Assessed
    archived: bool
    version: int
    sections: list[ScorecardSection]
    versions: list[ScorecardVersionBrief]
    """The newest first."""
    made_by: rows.Colleague | None
    changed_at: str


class NameTakenError(BatonError):
    """Another scorecard in use has this name."""

    status = 409
    code = "name_taken"


@dataclass(frozen=True)
class By:
    """Who publishes, as the rows and as the audit log know them."""

    agent: Agent | None
    actor: Actor


def access_scorecard(scorecard_id: str) -> Scorecard:
    """The scorecard with this id; NotFoundError when there is none."""
    try:
        return Scorecard.objects.select_related("made_by").prefetch_related("versions").get(pk=scorecard_id)
    except (Scorecard.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such scorecard."), param="scorecard_id") from error


@transaction.atomic
def create(fields: Mapping[str, Any], *, by: By) -> Scorecard:
    """A new scorecard with its first version; NameTakenError, ParameterError."""
    _check_name(fields["name"], besides=None)
    made = Scorecard.objects.create(**{name: fields[name] for name in WRITTEN}, made_by=by.agent)
    _publish(made, fields["sections"], before=(), by=by)
    audit.record("scorecard.published", actor=by.actor, about=_about(made), changes={"version": (None, 1)})
    return made


@transaction.atomic
def change(scorecard: Scorecard, fields: Mapping[str, Any], *, by: By) -> Scorecard:
    """Put the card's words right; other sections become its next version. NameTakenError, ParameterError."""
    Scorecard.objects.select_for_update(of=("self",)).get(pk=scorecard.pk)
    _check_name(fields["name"], besides=scorecard)
    before = {name: getattr(scorecard, name) for name in WRITTEN}
    changes: dict[str, Any] = audit.changed(before, {name: fields[name] for name in WRITTEN})
    for name in WRITTEN:
        setattr(scorecard, name, fields[name])
    scorecard.save(update_fields=WRITTEN)
    newest = scorecard.versions.all()[0]
    if _numbered(fields["sections"], newest.sections) != newest.sections:
        made = _publish(scorecard, fields["sections"], before=newest.sections, by=by)
        changes["version"] = (newest.number, made.number)
    if changes:
        audit.record("scorecard.published", actor=by.actor, about=_about(scorecard), changes=changes)
    return access_scorecard(str(scorecard.id))


@transaction.atomic
def archive(scorecard: Scorecard, *, actor: Actor) -> None:
    """Nobody begins with it any more, its lists rest; what was judged with it stays, and it can be brought back."""
    if scorecard.archived_at is None:
        scorecard.archived_at = timezone.now()
        scorecard.save(update_fields=["archived_at"])
        audit.record("scorecard.archived", actor=actor, about=_about(scorecard))


@transaction.atomic
def bring_back(scorecard: Scorecard, *, actor: Actor) -> None:
    """Use it again; NameTakenError where another one has its name meanwhile."""
    if scorecard.archived_at is not None:
        _check_name(scorecard.name, besides=scorecard)
        scorecard.archived_at = None
        scorecard.save(update_fields=["archived_at"])
        audit.record("scorecard.brought_back", actor=actor, about=_about(scorecard))


def asked(version: ScorecardVersion) -> tuple[Question, ...]:
    """The questions of a version."""
    return questions.questions(version.sections)


def shown(scorecard: Scorecard) -> ScorecardRow:
    """A scorecard with the version that counts; needs its versions and its author loaded."""
    versions = list(scorecard.versions.all())
    return {
        "id": scorecard.id,
        "name": scorecard.name,
        "describes": scorecard.describes,
        "looks_at": Assessed(scorecard.looks_at),
        "archived": scorecard.archived_at is not None,
        "version": versions[0].number,
        "sections": versions[0].sections,
        "versions": [{"number": one.number, "at": wire.stamp(one.made_at)} for one in versions],
        "made_by": rows.colleague(scorecard.made_by),
        "changed_at": wire.stamp(versions[0].made_at),
    }


def _publish(scorecard: Scorecard, sections: Sequence[Json], *, before: Sequence[Json], by: By) -> ScorecardVersion:
    stored = questions.checked(_numbered(sections, before))
    number = ScorecardVersion.objects.filter(scorecard=scorecard).count() + 1
    return ScorecardVersion.objects.create(scorecard=scorecard, number=number, sections=stored, made_by=by.agent)


def _numbered(sections: Sequence[Json], before: Sequence[Json]) -> list[Json]:
    """The sections with ids for what is new; a question whose answers mean something else now is a new one."""
    known = {one.id: one for one in questions.questions(before)}
    told = []
    for section in sections:
        inside = [_with_id(one, known) for one in section["questions"]]
        told.append({**section, "id": section["id"] or f"s{secrets.token_hex(4)}", "questions": inside})
    return told


def _with_id(question: Json, known: Mapping[str, Question]) -> Json:
    choices = [{**one, "id": one["id"] or f"c{secrets.token_hex(3)}"} for one in question["choices"]]
    told = {**question, "choices": choices, "id": question["id"] or f"q{secrets.token_hex(4)}"}
    before = known.get(told["id"])
    if before is not None:
        (after,) = questions.questions([{"id": "", "questions": [told]}])
        if not questions.same_answers(before, after):
            return {**told, "id": f"q{secrets.token_hex(4)}"}
    return told


def _check_name(name: str, *, besides: Scorecard | None) -> None:
    others = Scorecard.objects.filter(name=name, archived_at=None)
    if besides is not None:
        others = others.exclude(pk=besides.pk)
    if others.exists():
        raise NameTakenError(gettext("Another scorecard has this name."), param="name")


def _about(scorecard: Scorecard) -> About:
    return About("scorecard", str(scorecard.id), scorecard.name)
