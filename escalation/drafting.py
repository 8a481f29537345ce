"""The draft of the next rules: one for a company, kept as it was typed, changed by whoever saw its newest revision."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from escalation import versions
from escalation.models import RuleDraft
from escalation.rules import RuleBook
from tenants.errors import BatonError, NotFoundError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

NONE = 0  # the revision that one names who saw no draft
ABOUT = About("rules", "draft", "Draft of the rules")


class DraftChangedError(BatonError):
    """Somebody else changed the draft, or the rules, since the caller looked."""

    status = 409
    code = "draft_changed"


def current() -> RuleDraft | None:
    """The draft, or None while there is none. One query."""
    return RuleDraft.objects.filter(document__isnull=False).first()


@transaction.atomic
def keep(document: dict[str, Any], *, revision: int, based_on: int | None, actor: Actor) -> RuleDraft:
    """Keep the document as the draft, whatever is wrong with it. DraftChangedError unless `revision` is the newest.

    NONE begins a draft; `based_on` is then the version that the caller saw in force, where they say so.
    """
    row = versions.held()
    _check(row, revision)
    begins, number = row.document is None, versions.newest_number()
    if begins and based_on not in {None, number}:
        raise DraftChangedError(
            gettext(
                "Version {number} of the rules was published meanwhile. Load the page anew before you change them."
            ).format(number=number),
            param="based_on",
        )
    other = row.changed_by_id != actor.id
    row.document = document
    row.revision += 1
    row.based_on = number if begins else row.based_on
    _sign(row, actor)
    if begins or other:
        audit.record("rules.draft_begun" if begins else "rules.draft_continued", actor=actor, about=ABOUT)
    return row


@transaction.atomic
def discard(*, revision: int | None, actor: Actor) -> dict[str, Any]:
    """Throw the draft away; gives its document. NotFoundError without one, DraftChangedError as in `keep`."""
    row = versions.held()
    document = _there(row)
    if revision is not None:
        _check(row, revision)
    _end(row, actor)
    audit.record("rules.draft_discarded", actor=actor, about=ABOUT)
    return document


@transaction.atomic
def publish(*, revision: int, note: str, actor: Actor) -> RuleBook:
    """Put the draft in force. NotFoundError without one, DraftChangedError as in `keep`, RuleError when it is wrong."""
    row = versions.held()
    document = _there(row)
    _check(row, revision)
    book = versions.publish(document, by=actor, note=note)
    _end(row, actor)
    return book


def _there(row: RuleDraft) -> dict[str, Any]:
    if row.document is None:
        raise NotFoundError(gettext("There is no draft of the rules."), param="draft")
    document: dict[str, Any] = row.document
    return document


def _check(row: RuleDraft, revision: int) -> None:
    newest = NONE if row.document is None else row.revision
    if revision == newest:
        return
    gone = gettext("{name} published or discarded the draft meanwhile. Load the page anew to see it.")
    said = (
        gone if row.document is None else gettext("{name} changed the draft meanwhile. Load the page anew to see it.")
    )
    raise DraftChangedError(said.format(name=row.changed_by or gettext("Somebody")), param="revision")


def _end(row: RuleDraft, actor: Actor) -> None:
    row.document = None
    row.revision += 1
    _sign(row, actor)


def _sign(row: RuleDraft, actor: Actor) -> None:
    row.changed_at, row.changed_by, row.changed_by_id = timezone.now(), actor.name[:80], actor.id
    row.save()
