"""Puts hostile texts wherever customers, agents and companies have words of their own, behind every door's back."""

from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from mailbox import Maildir
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils import timezone

from agents.models import Agent, Team
from assistant.models import Article
from conversations import log
from conversations.attachments import names
from conversations.authors import ByAgent, ByCustomer
from conversations.models import CannedReply, Conversation, Customer, Handover, Holder, Message, Note, Status
from conversations.rendering import html
from conversations.widget import visitors
from tenants.models import Job, JobState, SignUp
from tests.bad_input.scripts import SCRIPTS

TEXTS = tuple(dict.fromkeys(text.replace("\0", "") for text in SCRIPTS))  # as the doors take it off
WORDS = {"quote", "text", "value", "summary", "label", "title", "reason", "said", "intent", "wish"}  # of a card
FILE = {"content_type": "text/plain", "size": 12, "width": None, "height": None}


@dataclass(frozen=True)
class Planted:
    """Where the texts are, and what a reader should see of them."""

    conversation_id: str
    token: str  # what the customer's widget keeps
    customers_words: tuple[str, ...]
    agents_words: tuple[str, ...]


def short(most: int, count: int) -> list[str]:
    """So many texts, from all over the list, of at most that many characters."""
    fitting = [text for text in TEXTS if len(text) <= most and "\n" not in text]
    return fitting[:: max(1, len(fitting) // count)][:count]


def thread() -> Planted:
    """A conversation with every text as said by the customer, as answered by an agent, and as a note."""
    agent = Agent.objects.get(email__startswith="maya@")
    customer = Customer.objects.create(name=TEXTS[0][:120], attributes={TEXTS[4][:40]: TEXTS[5]})
    made = log.create(customer, subject=TEXTS[12][:200])
    Conversation.objects.filter(pk=made.id).update(holder=Holder.AGENT, agent=agent)
    with log.writing(made.id) as held:
        for text in TEXTS:
            log.append(held, ByCustomer(customer), text)
        for text in TEXTS:
            log.append(held, ByAgent(agent), text)
    for text in TEXTS:
        Note.objects.create(conversation=made, author=agent, text=text, client_id=uuid4())
    _files(made)
    return Planted(
        made.id,
        visitors.token(customer),
        tuple(html(text, author_kind="customer") for text in TEXTS),
        tuple(html(text, author_kind="agent") for text in TEXTS),
    )


def _files(conversation: Conversation) -> None:
    """Names of files in the last of the messages, as far as a name may be hostile."""
    shown = [
        {"id": f"att_{number:026}", "name": names.cleaned(text, ".txt"), **FILE}
        for number, text in enumerate(short(150, 30))
    ]
    last = Message.objects.filter(conversation=conversation).order_by("seq").last()
    assert last is not None
    Message.objects.filter(pk=last.pk).update(data={**last.data, "attachments": shown})


def lists() -> None:
    """Names in every list of the console: customers, subjects, tags, articles, replies, departments, people, cards."""
    now = timezone.now()
    for number, text in enumerate(short(120, 40)):
        customer = Customer.objects.create(name=text, email=f"x{number}@example.org")
        made = log.create(customer, subject=text)
        with log.writing(made.id) as held:
            log.append(held, ByCustomer(customer), text)
        open_now = {"status": Status.OPEN, "due_at": now + timedelta(days=2), "timer_at": now + timedelta(days=2)}
        Conversation.objects.filter(pk=made.id).update(tags=[text[:40]], trigger=text[:40], **open_now)
        Article.objects.create(title=f"{text} {number}", body=text, questions=[text], tags=[text[:40]])
        CannedReply.objects.create(name=f"{text[:115]} {number}", shortcut=f"x{number}", folder=text[:60], text=text)
    for number, text in enumerate(short(70, 12)):
        Team.objects.create(name=f"{text} {number}")
    Agent.objects.create(name=short(80, 3)[1], email="x@larkfield.example", role="agent")
    for handover in Handover.objects.all():
        handover.reason, handover.card = TEXTS[11], _with_scripts(handover.card)
        handover.save()


def _with_scripts(card: Any) -> Any:
    """The card with hostile words for the customer's and the assistant's."""
    match card:
        case dict():
            return {
                key: TEXTS[hash(key) % len(TEXTS)] if key in WORDS and isinstance(one, str) else _with_scripts(one)
                for key, one in card.items()
            }
        case list():
            return [_with_scripts(one) for one in card]
        case _:
            return card


def shared() -> None:
    """What operators look at: who asked for a workspace, and why jobs failed."""
    for number, text in enumerate(short(80, 40)):
        SignUp.objects.create(
            digest=f"{number:064}", company=text, person=text, email="x@example.org", expires_at=timezone.now()
        )
        Job.objects.create(kind="turn", schema_name="demo", state=JobState.DEAD, last_error=text)


def letters(folder: Path) -> None:
    """Mails whose every part is hostile, in the mailbox that the demo shows."""
    box = Maildir(folder)
    for text in short(200, 20):
        mail = EmailMessage()
        plain = " ".join(text.split())
        mail["Subject"], mail["To"] = plain, "x@example.org"
        mail["From"] = mail["Reply-To"] = "support@example.org"
        mail.set_content(f"Somebody wrote:\n{text}")
        mail.add_alternative("".join(TEXTS), subtype="html")
        box.add(mail)
