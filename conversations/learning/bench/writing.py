"""Changes of the bench by people, with their entries in the audit log."""

from typing import Any

from django.db import transaction

from assistant.bench import cases
from assistant.models import BenchCase
from conversations.access import Reader, access_conversation
from conversations.knowledge.articles import access_article
from conversations.learning.bench import gathering
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
LONGEST_NAME = 80
PLAIN = ("lines", "expected", "trigger", "note")


@transaction.atomic
def create(asked: Json, *, reader: Reader, actor: Actor) -> BenchCase:
    """Store a case. Raises ParameterError, and NotFoundError for a conversation, message or article not there."""
    made = cases.create(_fields(asked, reader=reader))
    audit.record("bench.case_added", actor=actor, about=_about(made))
    return made


@transaction.atomic
def change(case: BenchCase, asked: Json, *, reader: Reader, actor: Actor) -> None:
    """Give the case new values. Raises ParameterError, and NotFoundError for an article not there."""
    cases.change(case, _fields(asked, reader=reader))
    audit.record("bench.case_changed", actor=actor, about=_about(case))


@transaction.atomic
def remove(case: BenchCase, *, actor: Actor) -> None:
    """Forget the case."""
    about = _about(case)
    cases.remove(case)
    audit.record("bench.case_removed", actor=actor, about=about)


def _fields(asked: Json, *, reader: Reader) -> Json:
    fields = {name: asked[name] for name in PLAIN if name in asked}
    if "question" in asked:
        fields["lines"] = [{"role": "customer", "text": asked["question"]}]
    if "article_id" in asked:
        fields["article"] = access_article(asked["article_id"]) if asked["article_id"] else None
    if "conversation_id" in asked:
        conversation = access_conversation(reader, asked["conversation_id"])
        fields |= gathering.of_message(conversation, asked["asked_seq"])
        if "expected" not in asked:
            fields |= gathering.what_came(conversation, asked["asked_seq"])
    return fields


def _about(case: BenchCase) -> About:
    """A case of a conversation holds a customer's words, which the log of changes must not keep."""
    asked = "A question of a customer" if case.from_conversation else str(case.lines[-1]["text"])[:LONGEST_NAME]
    return About("bench_case", str(case.id), asked)
