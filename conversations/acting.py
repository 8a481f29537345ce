"""Gives pending actions to the tenant's connector, as jobs, and tells in the conversation what came of them."""

import uuid

from django.db import transaction
from django.utils.translation import gettext

from agents.permissions import Right
from assistant.connector import acts
from assistant.connector.acts import NotDoneError, RefusedError
from assistant.connector.exchange import ConnectorError
from assistant.models import Action, ActionState
from assistant.skills import acting
from assistant.skills.contract import Json
from conversations import alerts, cards, control, handoff, labels, log, notes, queries, words
from conversations.models import AlertKind, Conversation, Holder, Status
from conversations.webhooks import telling
from escalation.rules import HandOver
from tenants.jobs import MOST_ATTEMPTS, Lease

TRIGGER = "connector_failed"
NOT_KNOWN = "{problem} Nobody knows whether it was carried out: look in your system before you do it by hand."
FOR_THE_DESK = "{kind} {subject} did not go through the connector. {problem}"


def work(held: Lease) -> None:
    """Give one action to the connector; the job is tried again while nobody knows what came of it."""
    action = Action.objects.filter(pk=str(held.ids["action_id"]), state=ActionState.PENDING).first()
    if action is None:
        return
    try:
        result = acts.carry_out(action)
    except RefusedError as error:
        _fail(action, str(error))
    except NotDoneError as error:
        _fail(action, str(error))
        _alert()
    except ConnectorError as error:
        if held.attempt < MOST_ATTEMPTS:
            raise
        _fail(action, NOT_KNOWN.format(problem=error.problem))
        _alert()
    else:
        _tell(action, result)


def _tell(action: Action, result: Json) -> None:
    """It is done: the customer reads what was promised for then."""
    conversation_id = _conversation_of(action)
    if conversation_id is None:
        with transaction.atomic():
            _settled(action, result)
        return
    with log.writing(conversation_id) as conversation:
        if _settled(action, result) and action.says:
            control.news(conversation, action.says)


def _settled(action: Action, result: Json) -> bool:
    waiting = acting.waiting(str(action.id))
    if waiting is not None:
        acting.done(waiting, result)
    return waiting is not None


def _fail(action: Action, problem: str) -> None:
    """It is not done: a person gets the conversation, and reads why."""
    conversation_id = _conversation_of(action)
    if conversation_id is None:
        with transaction.atomic():
            _given_up(action, problem)
        return
    with log.writing(conversation_id) as conversation:
        if not _given_up(action, problem):
            return
        kind = action.kind.replace("_", " ").capitalize()
        reason = FOR_THE_DESK.format(kind=kind, subject=action.subject, problem=problem)
        notes.of_baton(conversation, reason, client_id=uuid.uuid4())
        if conversation.status == Status.RESOLVED:
            control.reopen(conversation)
        if conversation.holder == Holder.ASSISTANT:
            _pass_on(conversation, reason)


def _alert() -> None:
    """The connector is at fault, and people have to mend it; what names a customer stands with the act."""
    alerts.raise_to(
        Right.MANAGE_SETTINGS,
        kind=AlertKind.CONNECTOR_FAILED,
        subject=lambda: gettext("The connector did not carry something out"),
        text=lambda: gettext(
            "People have the conversations. The connector's page says what failed and why, and lets you try it again."
        ),
        link="/console/settings/connector",
    )


def _given_up(action: Action, problem: str) -> bool:
    waiting = acting.waiting(str(action.id))
    if waiting is not None:
        acting.failed(waiting, problem)
    return waiting is not None


def _pass_on(conversation: Conversation, reason: str) -> None:
    said = words.say(words.NOT_CARRIED_OUT, conversation.language)
    control.notice(conversation, said)
    drawn = cards.draw(conversation, queries.lines(conversation), language=conversation.language)
    decision = conversation.decisions.filter(handover=None).order_by("-asked_seq").first()
    if decision is None:  # a person had it since, and gave it back
        drawn_card = handoff.card_json(drawn, None, mood=[])
        control.to_queue(conversation, team=None, priority="high", trigger=TRIGGER, card=drawn_card)
        telling.passed_on(conversation)
        return
    outcome = HandOver(
        trigger=TRIGGER,
        label=labels.TRIGGERS[TRIGGER],
        rule="",
        version=decision.rules_version,
        team=None,
        priority="high",
        say=said,
        reason=reason,
        signals=(),
    )
    decision.trigger, decision.label = outcome.trigger, outcome.label
    decision.save(update_fields=["trigger", "label"])
    handoff.request(conversation, outcome, decision=decision, card=drawn, suggestion=None)


def _conversation_of(action: Action) -> str | None:
    """The conversation, unless it was erased or there was none."""
    if not action.conversation:
        return None
    return action.conversation if Conversation.objects.filter(pk=action.conversation).exists() else None
