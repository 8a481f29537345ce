"""Everything that Baton keeps of a customer, told with one word that stands in all of it: the customer's canary."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agents.models import Agent
from assistant.models import (
    Action,
    Appointment,
    BenchCase,
    BenchResult,
    BenchRun,
    ConnectorCall,
    Expected,
    Order,
    OrderItem,
    Person,
    Product,
    RecordImport,
    RecordImportRow,
    RecordImportState,
    RowAction,
    Ticket,
)
from conversations import alerts, log, notes, receive, turns
from conversations.attachments import uploads
from conversations.commitments import writing as commitments
from conversations.commitments.writing import Said
from conversations.desk_tasks import writing as desk_tasks
from conversations.desk_tasks.writing import Wanted
from conversations.identity import proofs
from conversations.inbox import writes
from conversations.models import (
    AlertKind,
    AuthorKind,
    Conversation,
    Customer,
    Draft,
    DraftKind,
    Gap,
    GapQuestion,
    OneTimeCode,
    Proposal,
    ProposalCause,
    ProvenHow,
    ReceivedMail,
    SentMail,
    Telling,
)
from tests import cast
from tests.exports import desk_life


def canary(name: str) -> str:
    """The word that stands in all that is kept of the customer of this name."""
    return f"canary{name}"


def of(name: str, *, agent: Agent) -> Customer:
    """A customer of the tenant entered now: two conversations, a handover, notes, files, mails, an order, a visit."""
    word = canary(name)
    customer = Customer.objects.create(
        name=f"{name.title()} {word}", email=f"{word}@example.org", attributes={"plan": word}
    )
    proofs.prove(customer, customer.email, how=ProvenHow.CODE)
    OneTimeCode.objects.create(customer=customer, email=customer.email)
    cast.rules()
    angry = f"My name is {word.title()}. This is outrageous, I will call my lawyer! I want to talk to a person, {word}!"
    conversation = cast.answered(customer, angry)
    conversation.subject, conversation.tags = f"About {word}", [word]
    conversation.save()
    _talk_on(conversation, customer, agent, word)
    alerts.raise_to(
        [str(agent.id)],
        kind=AlertKind.RULE_NOTIFIED,
        subject=f"Anger: {word}",
        text=f"“{angry}”",
        conversation=conversation,
    )
    _stood_by(conversation, agent, word)
    desk_life.of(conversation, agent, word)
    _learnt(conversation, word)
    _records(customer, word)
    return customer


def _talk_on(conversation: Conversation, customer: Customer, agent: Agent, word: str) -> None:
    of_customer = uploads.of_customer(customer, SimpleUploadedFile(f"{word}.txt", f"I am {word}".encode()))
    receive.message(customer, f"See the file, {word}", client_id=cast.new_id(), attachments=[str(of_customer.id)])
    uploads.of_customer(customer, SimpleUploadedFile("never sent.txt", f"I am {word} too".encode()))
    of_agent = uploads.of_agent(agent, SimpleUploadedFile("answer.txt", f"Dear {word}".encode()))
    writes.reply(str(conversation.id), agent, f"Hello {word}", client_id=cast.new_id(), attachments=[str(of_agent.id)])
    writes.add_note(conversation, agent, f"Careful with {word}", client_id=cast.new_id())
    notes.of_baton(conversation, f"{word} wrote by mail", client_id=cast.new_id())
    SentMail.objects.create(
        conversation=conversation,
        to=customer.email,
        subject=f"Re: {word}",
        from_seq=1,
        to_seq=2,
        message_id=f"<sent-{word}@acme.localhost>",
    )
    ReceivedMail.objects.create(
        conversation=conversation, message_id=f"<received-{word}@example.org>", from_address=customer.email
    )
    Draft.objects.create(
        conversation=conversation, kind=DraftKind.SUGGESTED, asked_seq=1, epoch=1, text=f"Dear {word}", reason=word
    )
    conversation.refresh_from_db()
    turns.expect(conversation, asked_seq=conversation.seq)


def _stood_by(conversation: Conversation, agent: Agent, word: str) -> None:
    """What a department does about it, what was decided, and what was promised."""
    wanted = Wanted(f"Look at {word}", None, agent, timezone.now() + timedelta(days=1), details=f"For {word}")
    task = desk_tasks.begin(str(conversation.id), agent, wanted, client_id=cast.new_id())
    desk_tasks.tell_by(str(conversation.id), telling=Telling.TEXT, text=f"All is done, {word}")
    with log.writing(str(conversation.id)) as held:
        commitments.decide(held, agent, Said(f"{word} gets 20 EUR back"))
        commitments.promise(held, agent, Said(f"We call {word}"), due_at=timezone.now() + timedelta(days=1))
    desk_tasks.finish(task, agent, result=f"Done for {word}")


def _learnt(conversation: Conversation, word: str) -> None:
    """What was learnt of it: a question for the bench with what came of it, a gap with a draft, a corrected answer."""
    key = str(conversation.id)
    lines = [{"role": "customer", "text": f"Is {word} there?"}]
    case = BenchCase.objects.create(lines=lines, expected=Expected.UNSURE, from_conversation=key)
    run = BenchRun.objects.create(cause="asked")
    BenchResult.objects.create(run=run, case=case, outcome=Expected.UNSURE, text=f"Not {word}", passed=True)
    gap = Gap.objects.create(title=f"What about {word}?", questions_count=1)
    GapQuestion.objects.create(
        gap=gap, conversation=conversation, asked_seq=1, text=word, outcome="left", harm=0.8, asked_at=timezone.now()
    )
    Proposal.objects.create(cause=ProposalCause.GAP, gap=gap, title=word, body=f"Dear {word}", questions=[word])
    said = conversation.messages.filter(author_kind=AuthorKind.ASSISTANT).first()
    Proposal.objects.create(cause=ProposalCause.CORRECTION, message=said, title=word, body=word, correction=word)


def _records(customer: Customer, word: str) -> None:
    made = Order.objects.create(
        number=f"AC-{Order.objects.count() + 1000}",
        customer_name=customer.name,
        email=customer.email,
        state="paid",
        placed_at=timezone.now(),
        total="10.00",
        address={"street": word},
    )
    bell, _ = Product.objects.get_or_create(
        sku="BELL", defaults={"name": "Bell", "category": "Parts", "description": "Rings", "price": "10.00"}
    )
    OrderItem.objects.create(order=made, product=bell, name="Bell", price="10.00")
    _done_for(customer, word)
    Appointment.objects.create(
        service="Repair",
        customer_name=customer.name,
        note=word,
        conversation=str(customer.conversations.values_list("id", flat=True).first() or ""),
        remind=True,
        email=customer.email.upper(),
        starts_at=timezone.now(),
        ends_at=timezone.now() + timedelta(hours=1),
    )


def _done_for(customer: Customer, word: str) -> None:
    """A ticket, what is known of them, what was done for them, and files and calls that named them."""
    mail = customer.email.upper()
    Ticket.objects.create(
        number=f"T-{Ticket.objects.count()}",
        email=mail,
        customer_name=customer.name,
        subject=word,
        entries=[{"at": "2026-11-01T10:00:00Z", "by": "", "text": f"Dear {word}"}],
    )
    Person.objects.create(email=customer.email, name=customer.name, attributes={"plan": word})
    for email in (mail, ""):
        Action.objects.create(
            skill="refund",
            kind="refund",
            key=f"refund:{Action.objects.count()}",
            subject="AC-1000",
            request={"name": word},
            result={"to": word},
            says=f"It is on its way, {word}",
            because="Within 30 days",
            email=email,
            customer=str(customer.id),
            problem=word,
        )
    ConnectorCall.objects.create(purpose="read", path="/orders/find", outcome="answered", kept={"reply": word})
    for state, text in ((RecordImportState.REVIEW, f"email\n{mail}\n"), (RecordImportState.DONE, "")):
        brought = RecordImport.objects.create(kind="persons", name="people.csv", state=state, text=text)
        RecordImportRow.objects.create(
            of_import=brought,
            line=2,
            action=RowAction.UPDATE,
            key=mail,
            email=mail,
            fields={"email": mail, "name": word},
            before={"name": word},
            problem=word,
        )
