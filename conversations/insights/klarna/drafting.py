"""Puts a rule that gives a topic to people into the draft of the rules; in force is only what is published."""

from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext

from agents.models import Team
from assistant.models import Intent
from conversations.insights.asking import Asked
from conversations.insights.klarna.counting import BY_PEOPLE
from conversations.insights.metric import Clock
from escalation import drafting
from escalation.book import FORMAT
from escalation.defaults import UNREADABLE_SAY
from escalation.models import RuleBookVersion, RuleDraft
from escalation.reading import LONGEST, MOST_RULES
from escalation.vocabulary import HAND_OVER, OWN
from tenants.errors import BatonError, NotFoundError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]


class RuleThereError(BatonError):
    """There is such a rule already, in force or in the draft, or no room for one more."""

    status = 409
    code = "rule_there"


@transaction.atomic
def draft(topic: str, asked: Asked, *, actor: Actor) -> tuple[RuleDraft, str]:
    """Add the rule as the last one; gives the draft and the rule's name. NotFoundError for no topic of the company."""
    if not Intent.objects.filter(name=topic).exists():
        raise NotFoundError(gettext("There is no such topic any more. Load the page anew."), param="topic")
    row, newest = drafting.current(), RuleBookVersion.objects.first()
    document = _document(row, newest)
    rules = document["rules"]
    if any(_gives_away(rule, topic) for rule in rules):
        raise RuleThereError(
            gettext("A rule that gives “{topic}” to people is there already.").format(topic=topic), param="topic"
        )
    if len(rules) >= MOST_RULES:
        raise RuleThereError(
            gettext("There are {most_rules} rules already. Take one out first.").format(most_rules=MOST_RULES),
            param="topic",
        )
    rule = _rule(topic, _team(topic, asked), {str(one.get("name")) for one in rules if isinstance(one, dict)})
    kept = drafting.keep(
        {**document, "rules": [*rules, rule]},
        revision=drafting.NONE if row is None else row.revision,
        based_on=None,
        actor=actor,
    )
    about = About("rules", "draft", "Draft of the rules")
    audit.record("rules.drafted_from_check", actor=actor, about=about, changes={"rule": (None, rule["name"])})
    return kept, str(rule["name"])


def _document(row: RuleDraft | None, newest: RuleBookVersion | None) -> Json:
    """What the next draft starts from: the draft that there is, else the rules in force."""
    found = row.document if row is not None else (newest.document if newest is not None else None)
    if isinstance(found, dict) and isinstance(found.get("rules"), list):
        return found
    if row is not None:
        raise RuleThereError(gettext("The draft of the rules cannot be read. Mend or discard it first."), param="topic")
    return {"format": FORMAT, "rules": []}


def _gives_away(rule: Any, topic: str) -> bool:
    if not isinstance(rule, dict) or rule.get("does", HAND_OVER) != HAND_OVER or rule.get("on") is False:
        return False
    return rule.get("when") == _when(topic)


def _when(topic: str) -> Json:
    return {"fact": "topic", "operator": "is", "value": topic}


def _rule(topic: str, team: str | None, taken: set[str]) -> Json:
    return {
        "name": _name(topic, taken),
        "trigger": OWN,
        "label": topic[: LONGEST["label"]],
        "when": _when(topic),
        "team": team,
        "priority": "normal",
        "say": dict(UNREADABLE_SAY),
        "reason": f"People have the topic “{topic}”: with the assistant alone it cost trust.",
    }


def _name(topic: str, taken: set[str]) -> str:
    tail = " goes to people"
    room = LONGEST["name"] - len(tail) - 4
    wished = f"{topic[:room]}{tail}"
    names = [wished, *(f"{wished} ({number})" for number in range(2, 100))]
    return next(name for name in names if name not in taken)


def _team(topic: str, asked: Asked) -> str | None:
    """The team that had most of the topic's conversations with people; else the only one that there is."""
    people = asked.episodes(Clock.ENDED).filter(BY_PEOPLE, topic=topic, team__isnull=False)
    found = people.values("team__name").annotate(n=Count("id")).order_by("-n", "team__name").first()
    if found is not None:
        return str(found["team__name"])
    names = list(Team.objects.values_list("name", flat=True)[:2])
    return names[0] if len(names) == 1 else None
