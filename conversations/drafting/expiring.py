"""An answer was held and nobody decided about it in time: a person gets both, the question and the answer."""

from dataclasses import replace

from conversations import cards, handoff, judging, log, queries, words
from conversations.authors import ByAssistant
from conversations.drafting import drafts
from conversations.models import Decision
from escalation import versions
from escalation.rules import HandOver, RuleBook


def nobody_checked(conversation_id: str, asked_seq: int) -> None:
    """Pass on what waited for this message; does nothing where the conversation went on."""
    question = queries.held_question(conversation_id, asked_seq)
    if question is None:
        return
    language = question.conversation.language
    said = words.say(words.NOBODY_CHECKED, language)
    with log.writing(conversation_id) as conversation:
        if (conversation.epoch, conversation.last_customer_seq) != (question.epoch, asked_seq):
            return
        suggestion = drafts.expire(conversation)
        decision = conversation.decisions.get(asked_seq=asked_seq)
        outcome = _expired(decision, said)
        decision.trigger, decision.label = outcome.trigger, outcome.label
        decision.save(update_fields=["trigger", "label"])
        log.append(conversation, ByAssistant(question.epoch, asked_seq), said, data={log.FAREWELL: True})
        drawn = cards.draw(conversation, question.spoken(), language=language)
        handoff.request(conversation, outcome, decision=decision, card=drawn, suggestion=suggestion)


def _expired(decision: Decision, said: str) -> HandOver:
    """Where it goes: as the rule says that had it held, if there is one and it is still there."""
    reason = "Nobody decided about the assistant's answer in time, so a person answers."
    outcome = judging.without_rule("draft_expired", reason, said, version=decision.rules_version)
    book = versions.published() if decision.rule else None
    held_by = [one for one in book.rules if one.name == decision.rule] if isinstance(book, RuleBook) else []
    for rule in held_by:
        outcome = replace(outcome, team=rule.team, skill=rule.skill, priority=rule.priority)
    return outcome
