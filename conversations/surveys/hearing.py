"""What the desk does once a customer answered: it takes note, tells supervisors of low ratings, and takes care again.

`heard_at` is the moment of the event `csat.received`: once for each survey, with what `showing.received` says then.
"""

from collections.abc import Collection
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext

from agents import people
from agents.permissions import Right, roles_with
from assistant.models import Intent
from conversations import after_hours, control, log, notes, offers
from conversations.alerts import raising
from conversations.alerts.people import SUPERVISORS
from conversations.models import AlertKind, Conversation, Priority, Status, Survey
from conversations.surveys import choosing
from conversations.webhooks import telling
from tenants import jobs
from tenants.jobs import Lease

KIND = "survey_heard"
TRIGGER = "low_rating"
MAY_GO_ON = timedelta(minutes=2)  # who gave a number often writes why


def expect(survey: Survey) -> None:
    """Let the desk hear of the answer: at once when it says why, else once nothing more came for a while."""
    ids = {"survey_id": str(survey.id), "conversation_id": str(survey.conversation_id)}  # it goes with the conversation
    run_at = timezone.now() + (timedelta() if survey.comment else MAY_GO_ON)
    jobs.write(KIND, ids, key=str(survey.id), run_at=run_at)


def work(held: Lease) -> None:
    """Take note of the answer as it is now; nothing when its conversation is gone."""
    try:
        with log.writing(str(held.ids["conversation_id"])) as conversation:
            found = Survey.objects.select_for_update(of=("self",)).select_related("team")
            survey = found.filter(pk=str(held.ids["survey_id"])).exclude(answered_at=None).first()
            if survey is not None:
                _hear(conversation, survey)
    except Conversation.DoesNotExist:
        return


def is_low(satisfaction: int, *, low_from: int) -> bool:
    """Whether somebody should look after the customer."""
    return satisfaction <= low_from


def _hear(conversation: Conversation, survey: Survey) -> None:
    if survey.heard_at is None:
        survey.heard_at = timezone.now()
        survey.save(update_fields=["heard_at"])
        telling.csat_received(conversation, survey)
    chosen = choosing.of_company()
    if survey.satisfaction is None or not is_low(survey.satisfaction, low_from=chosen.low_from):
        return
    if chosen.alerts:
        _alert(conversation, survey)
    if chosen.reopens and _ended_with(conversation, survey):
        _bring_back(conversation, survey)


def _alert(conversation: Conversation, survey: Survey) -> None:
    raising.raise_to(
        _supervisors(survey),
        kind=AlertKind.LOW_RATING,
        subject=lambda: gettext("{name} rated {rating} of 5").format(
            name=conversation.customer.name, rating=survey.satisfaction
        ),
        text=lambda: survey.comment or gettext("They gave no reason. Read the conversation, and answer them there."),
        conversation=conversation,
    )


def _supervisors(survey: Survey) -> Collection[str]:
    """Those who lead the team that had it, or where nobody does, all supervisors."""
    if survey.team is None:
        return [SUPERVISORS]
    leads = survey.team.agents.filter(is_active=True, role__in=roles_with(Right.REVIEW_QUALITY)).order_by("id")
    return [str(key) for key in leads.values_list("id", flat=True)] or [SUPERVISORS]


def _ended_with(conversation: Conversation, survey: Survey) -> bool:
    """Whether nothing happened since the episode that was rated: nobody opened it, or took care of it, again."""
    return (
        conversation.status == Status.RESOLVED
        and not conversation.merged_into_id
        and not conversation.messages.filter(seq__gt=survey.ended_seq, data__status=Status.OPEN.value).exists()
    )


def _bring_back(conversation: Conversation, survey: Survey) -> None:
    """The conversation is open again, in the queue of the team that had it, with the reason as a note."""
    team = survey.team or people.team_named(_topics_team(conversation))
    control.reopen(conversation)
    control.transfer(conversation, team=team, offered_to=None)
    control.set_priority(conversation, Priority.HIGH)
    conversation.trigger = TRIGGER
    said = f": “{survey.comment}”" if survey.comment else ", without a reason."
    notes.of_baton(
        conversation,
        f"Opened again, since the customer rated it {survey.satisfaction} of 5{said}",
        client_id=uuid4(),
    )
    offers.route(conversation, cause="transferred")
    after_hours.say_when(conversation, team)


def _topics_team(conversation: Conversation) -> str | None:
    topic = conversation.decisions.exclude(topic="").order_by("-asked_seq").values_list("topic", flat=True).first()
    return Intent.objects.filter(name=topic).values_list("team", flat=True).first() if topic else None
