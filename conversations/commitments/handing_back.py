"""What goes with the baton when a person gives it back: the brief, what was decided, what is still promised."""

from collections.abc import Sequence
from dataclasses import dataclass

from agents.models import Agent
from conversations.commitments import standing, writing
from conversations.commitments.writing import Closing, Said
from conversations.models import Conversation


@dataclass(frozen=True)
class Brief:
    """The person's own words for the desk, what the assistant may say from now on, and what became of promises."""

    text: str = ""
    facts: Sequence[Said] = ()
    promises: Sequence[Closing] = ()


def keep(conversation: Conversation, agent: Agent, brief: Brief) -> str:
    """Keep the decisions, close the promises, and give the note that names both; "" where there is nothing to say."""
    for said in brief.facts:
        writing.decide(conversation, agent, said)
    writing.close_all(conversation, agent, brief.promises)
    return "\n".join([*([brief.text.strip()] if brief.text.strip() else []), *_named(conversation, brief)])


def _named(conversation: Conversation, brief: Brief) -> list[str]:
    """Whatever the assistant has to stand by, line by line."""
    lines = [f"Decided: {said.text}" for said in brief.facts]
    lines += [
        f"Still promised: {one.text}" + (f" (due {standing.on_day(one.due_at, 'en')})" if one.due_at else "")
        for one in standing.open_promises(conversation)
    ]
    if conversation.tasks_open:
        count = conversation.tasks_open
        lines.append("One task of the desk is still open." if count == 1 else f"{count} tasks of the desk are open.")
    return lines
