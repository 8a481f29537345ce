"""What the shop's people said of its past: labels of handovers, and reviews drawn day by day as the live ones are.

The verdict belongs to the scenario that was told; where the content gives none, it was right.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from agents.models import Agent, Role
from conversations.demo.casting import DAYS, Scene
from conversations.demo.content import FOLDER
from conversations.demo.retelling import Told
from conversations.models import AuthorKind, HandoverLabel, Message, Review, ReviewVerdict, Status, Verdict
from conversations.quality import drawing

LABELLED, REVIEWED = 0.8, 0.95  # of those of which somebody could have said it
SAID_AFTER = (3.0, 40.0)  # minutes, from the acceptance to the label
STILL_WAITING = timedelta(days=3)  # the newest are for whoever tries the queue
REVIEWED_AFTER = timedelta(hours=30)

Said = Mapping[str, Mapping[str, Any]]


@cache
def content() -> Mapping[str, Said]:
    """The verdicts by the scenario's title: of `handovers`, and of what the assistant had `alone`."""
    found: Mapping[str, Said] = json.loads((FOLDER / "verdicts.json").read_text("utf-8"))
    return found


def write(past: Sequence[tuple[Scene, Told]], chance: Random, *, now: datetime) -> None:
    """Store labels and reviews of a past that is stored already."""
    HandoverLabel.objects.bulk_create(label for scene, told in past for label in _labels(scene, told, chance))
    for days in range(DAYS, -1, -1):
        drawing.draw(now - timedelta(days=days), chance)
    titles = {str(told.conversation.id): scene.scenario.title for scene, told in past}
    reviewers = list(Agent.objects.filter(role__in=(Role.SUPERVISOR, Role.OWNER)).order_by("email"))
    judged = [
        _judged(review, titles[str(review.conversation_id)], chance.choice(reviewers))
        for review in Review.objects.filter(began_at__lt=now - STILL_WAITING).order_by("began_at")
        if chance.random() < REVIEWED
    ]
    Review.objects.bulk_update(judged, ["verdict", "trigger", "at_seq", "judged_by", "judged_at"])


def _labels(scene: Scene, told: Told, chance: Random) -> list[HandoverLabel]:
    """The label of the last handover, by whoever dealt with it."""
    if told.conversation.status != Status.RESOLVED or not told.handovers or chance.random() >= LABELLED:
        return []
    handover, said = told.handovers[-1], content()["handovers"].get(scene.scenario.title, {})
    accepted = handover.accepted_at or handover.requested_at
    return [
        HandoverLabel(
            handover=handover,
            verdict=said.get("verdict", Verdict.RIGHT),
            trigger=said.get("trigger", ""),
            made_by=handover.accepted_by,
            made_at=accepted + timedelta(minutes=chance.uniform(*SAID_AFTER)),
        )
    ]


def _judged(review: Review, title: str, by: Agent) -> Review:
    said = content()["alone"].get(title, {})
    review.verdict, review.trigger = said.get("verdict", ReviewVerdict.RIGHT), said.get("trigger", "")
    if review.trigger:
        written = Message.objects.filter(conversation=review.conversation_id, author_kind=AuthorKind.CUSTOMER)
        review.at_seq = written.order_by("seq").values_list("seq", flat=True)[said["line"] - 1]
    review.judged_by, review.judged_at = by, review.began_at + REVIEWED_AFTER
    return review
