"""Which sources make up a copy: of all that the tenant keeps, or of what is about one customer."""

import json
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils import timezone

from assistant.models import Action, Appointment, Lead, Order, Person, Ticket
from conversations import authors, wire
from conversations.exporting import readme
from conversations.exporting.sources import Files, Rows, Source, Texts, whole
from conversations.exporting.tables import EXPORTED
from conversations.merging import persons
from conversations.models import (
    Attachment,
    AuthorKind,
    Conversation,
    Customer,
    Decision,
    Export,
    Message,
    Proof,
    ReceivedMail,
    SentMail,
    Survey,
)
from tenants import current
from tenants.models import Tenant

Json = dict[str, Any]
NO_SECRET = frozenset({"stored_as"})
OF_THE_COMPANY = frozenset({"approved_by", "result", "problem", "key"})  # fields of an action
OF_THE_MACHINE = {"id", "schema_name", "schema_version", "suspended_for"}


def of(export: Export) -> list[Source]:
    """The sources of an export, in their order; the same at each go."""
    return _workspace() if export.customer is None else _customer(export.customer)


def _workspace() -> list[Source]:
    tenant = current.tenant()
    about = Texts(
        texts={
            "README.txt": readme.of_workspace(tenant.name, timezone.now()),
            "data/workspace.json": json.dumps(_settings(tenant), indent=2, default=str, ensure_ascii=False),
        },
        stored={f"logo.{tenant.logo.rpartition('.')[2]}": f"{tenant.schema_name}/logo/{tenant.logo}"}
        if tenant.logo
        else {},
    )
    tables = [
        Rows(table.file, QuerySet(apps.get_model(table.label)), whole(table.without, dict(table.ids)))
        for table in EXPORTED
    ]
    return [about, *tables, Files(Attachment.objects.all())]


def _settings(tenant: Tenant) -> Json:
    fields = [field.attname for field in tenant._meta.concrete_fields if field.attname not in OF_THE_MACHINE]
    return {
        **{name: getattr(tenant, name) for name in fields},
        "domains": list(tenant.domains.order_by("domain").values_list("domain", flat=True)),
        "claims": list(tenant.claims.order_by("domain").values("domain", "proven_at", "created_at")),
    }


def _customer(customer: Customer) -> list[Source]:
    """All records of the person whose record this is."""
    read_me = readme.of_customer(current.tenant().name, customer.name, timezone.now())
    theirs = persons.records(customer)
    keys = [row.id for row in theirs]
    of_theirs = {"conversation__customer__in": keys}
    messages = Message.objects.filter(**of_theirs).select_related("agent", "conversation__customer")
    files = uploads(theirs)
    records = persons.under(persons.addresses(theirs))
    return [
        Texts(texts={"README.txt": read_me}, stored={}),
        Rows("customer", Customer.objects.filter(pk__in=keys), whole(frozenset(), {})),
        Rows("proofs", Proof.objects.filter(customer__in=keys), whole(frozenset(), {})),
        Rows("conversations", Conversation.objects.filter(customer__in=keys), _conversation),
        Rows("messages", messages, _message),
        Rows("attachments", files, _attachment),
        Rows("mails_sent", SentMail.objects.filter(**of_theirs), whole(frozenset(), {})),
        Rows("mails_received", ReceivedMail.objects.filter(**of_theirs), whole(frozenset(), {})),
        Rows("surveys", Survey.objects.filter(**of_theirs), _survey),
        Rows("decisions", Decision.objects.filter(**of_theirs), _decision),
        Rows("orders", Order.objects.filter(records).prefetch_related("items"), _order),
        Rows("leads", _leads(theirs), whole(frozenset({"score", "reasons", "good"}), {})),
        Rows("tickets", Ticket.objects.filter(records), whole(frozenset({"conversation"}), {})),
        Rows("persons", Person.objects.filter(records), whole(frozenset(), {})),
        Rows("actions", _actions(theirs), whole(OF_THE_COMPANY, {})),
        Rows("appointments", Appointment.objects.filter(records), whole(frozenset(), {})),
        Files(files),
    ]


def uploads(theirs: Sequence[Customer]) -> QuerySet[Attachment]:
    """The files that the person uploaded, or that were sent in their conversations."""
    keys = [row.id for row in theirs]
    return Attachment.objects.filter(Q(customer__in=keys) | Q(message__conversation__customer__in=keys))


def _actions(theirs: Sequence[Customer]) -> QuerySet[Action]:
    """What was done on their behalf."""
    by_id = Q(customer__in=[str(row.id) for row in theirs])
    return Action.objects.filter(by_id | persons.under(persons.addresses(theirs)))


def _leads(theirs: Sequence[Customer]) -> QuerySet[Lead]:
    """What they told to become a customer of the company; how it scored is the company's own."""
    talks = Conversation.objects.filter(customer__in=[row.id for row in theirs]).values_list("id", flat=True)
    told = Q(conversation__in=[str(key) for key in talks])
    return Lead.objects.filter(told | persons.under(persons.addresses(theirs)))


def _conversation(conversation: Conversation) -> Json:
    return {
        "id": conversation.id,
        "channel": conversation.channel,
        "status": conversation.status,
        "language": conversation.language,
        "subject": conversation.subject,
        "created_at": conversation.created_at,
        "last_at": conversation.last_at,
    }


def _message(message: Message) -> Json:
    """An entry of the log in the words that the customer read."""
    conversation = message.conversation
    kind = message.author_kind
    return {
        "id": message.id,
        "conversation_id": message.conversation_id,
        "seq": message.seq,
        "kind": message.kind,
        "author": {"kind": kind, "name": authors.of(message, conversation)},
        "text": message.text,
        "ai": kind == AuthorKind.ASSISTANT,
        "sources": message.sources,
        "attachment_ids": [file["id"] for file in message.data.get("attachments", ())],
        "created_at": message.created_at,
    }


def _attachment(upload: Attachment) -> Json:
    return {**whole(NO_SECRET, {})(upload), "agent_id": None}


def _survey(survey: Survey) -> Json:
    """What they were asked, and what they said."""
    return {
        "conversation_id": survey.conversation_id,
        "asked_by": survey.channel,
        "asked_at": survey.asked_at,
        "answered_at": survey.answered_at,
        "satisfaction": survey.satisfaction,
        "effort": survey.effort,
        "comment": survey.comment,
        "asked_no_more": survey.refused_at is not None,
    }


def _decision(decision: Decision) -> Json:
    return {
        "id": decision.id,
        "conversation_id": decision.conversation_id,
        "after_seq": decision.asked_seq,
        "action": decision.action,
        "reason": decision.label,
        "confidence": decision.confidence,
        "created_at": decision.created_at,
    }


def _order(order: Order) -> Json:
    items = [{"name": item.name, "quantity": item.quantity, "price": item.price} for item in order.items.all()]
    return {**whole(frozenset(), {})(order), "items": items, "placed_at": wire.stamp(order.placed_at)}
