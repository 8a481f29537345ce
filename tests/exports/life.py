"""Everything that Baton keeps of a customer, told with one word that stands in all of it: the customer's canary."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agents.models import Agent
from assistant.models import Appointment, Order, OrderItem, Product
from conversations import notes, receive, turns
from conversations.attachments import uploads
from conversations.inbox import writes
from conversations.models import Conversation, Customer, ReceivedMail, SentMail
from tests import cast


def canary(name: str) -> str:
    """The word that stands in all that is kept of the customer of this name."""
    return f"canary{name}"


def of(name: str, *, agent: Agent) -> Customer:
    """A customer of the tenant entered now: two conversations, a handover, notes, files, mails, an order, a visit."""
    word = canary(name)
    customer = Customer.objects.create(
        name=f"{name.title()} {word}", email=f"{word}@example.org", attributes={"plan": word}
    )
    cast.rules()
    angry = f"My name is {word.title()}. This is outrageous, I will call my lawyer! I want to talk to a person, {word}!"
    conversation = cast.answered(customer, angry)
    conversation.subject, conversation.tags = f"About {word}", [word]
    conversation.save()
    _talk_on(conversation, customer, agent, word)
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
    conversation.refresh_from_db()
    turns.expect(conversation, asked_seq=conversation.seq)


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
    Appointment.objects.create(
        service="Repair",
        customer_name=customer.name,
        email=customer.email.upper(),
        starts_at=timezone.now(),
        ends_at=timezone.now() + timedelta(hours=1),
    )
