"""Loads Larkfield Cycles into its tenant: what it is, sold and said; a second time changes nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Min

from agents.models import Agent, Skill, SkillLevel, Team
from assistant import examples
from assistant import models as records
from assistant.knowledge import store
from conversations.demo import (
    appointments,
    assessments,
    choices,
    coming_again,
    customers,
    departments,
    filters,
    guides,
    history,
    learning,
    mailed_reports,
    orders,
    people,
    policies,
    promises,
    ratings,
    report_notes,
    tickets,
    waits,
    writing,
)
from conversations.demo.content import articles, company, products, topics
from conversations.demo.orders import Item, Order
from conversations.insights import measuring
from conversations.models import Conversation, WidgetSettings
from escalation import rules, versions
from escalation.defaults import DEFAULT_RULES
from escalation.models import RuleBookVersion
from escalation.rules import RuleBook
from tenants import current, provisioning
from tenants.models import Tenant

SEED = 20240611
HOST = "demo.localhost"
BUYERS, OTHERS = 95, 350


@dataclass(frozen=True)
class Loaded:
    """How much the shop has, after loading."""

    articles: int
    products: int
    orders: int
    appointments: int
    persons: int
    tickets: int
    guides: int
    agents: int
    conversations: int


def load(now: datetime, *, host: str = HOST) -> Loaded:
    """Make the tenant if it is not there, and fill in what is missing; `now` is the end of its past."""
    tenant = Tenant.objects.filter(schema_name=company().slug).first() or provisioning.create(
        company().slug, name=company().name, host=host, accent=company().accent, time_zone=company().timezone
    )
    with current.entered(tenant), transaction.atomic():
        _load_people()
        _load_knowledge()
        _load_products()
        book = _publish_rules()
        _load_past(Random(SEED), book, now)
        _date_rules()
        learning.load()
        policies.load()
        promises.load()
        customers.load(Random(SEED), now)
        tickets.load(Random(SEED), now)
        guides.load()
        waits.load(now)
        departments.load(now)
        writing.load()
        choices.load()
        filters.load()
        coming_again.load(book, now)
        report_notes.load()
        mailed_reports.load()
        ratings.load(Random(SEED), now)
        measuring.catch_up()
        assessments.load(Random(SEED), now)
        return _counted()


def read_knowledge() -> None:
    """Encode articles and topics once, so that the first customer of a fresh demo does not wait for it."""
    with current.entered(Tenant.objects.get(schema_name=company().slug)):
        for topic in records.Intent.objects.filter(vectors=b""):
            examples.change(examples.prepared(topic))
        if not records.EncodedText.objects.exists():
            store.current_index(company().slug)


def _load_people() -> None:
    """Teams, skills and agents, all agents with the demo's one password."""
    if Agent.objects.exists():
        return
    teams = {key: Team.objects.create(name=name) for key, name in company().teams.items()}
    skills = {key: Skill.objects.create(name=name) for key, name in company().skills.items()}
    password = make_password(company().password)
    for one in company().agents:
        agent = Agent.objects.create(
            name=one.name,
            email=one.email,
            role=one.role,
            languages=list(one.languages),
            capacity=one.capacity,
            password=password,
        )
        agent.teams.set([teams[key] for key in one.teams])
        levels = zip(one.skills, (5, 4, 3, 3), strict=False)  # an agent names the best skill first
        SkillLevel.objects.bulk_create(SkillLevel(agent=agent, skill=skills[key], level=level) for key, level in levels)


def _load_knowledge() -> None:
    """The articles, the topics, and what a visitor reads before writing."""
    said = {
        "greeting": company().greeting,
        "quick_replies": list(company().quick_replies),
        "first_words": company().first_words,
    }
    WidgetSettings.objects.get_or_create(id=1, defaults=said)
    if not records.Intent.objects.exists():
        records.Intent.objects.bulk_create(records.Intent(**topic) for topic in topics())
    if records.Article.objects.exists():
        return
    records.Article.objects.bulk_create(
        records.Article(title=article.title, body=article.body, questions=list(article.questions), tags=[article.topic])
        for article in articles().values()
    )
    version, _ = records.KnowledgeVersion.objects.get_or_create(id=1)
    version.number += 1
    version.save()


def _load_products() -> None:
    if records.Product.objects.exists():
        return
    records.Product.objects.bulk_create(
        records.Product(
            sku=product.sku,
            name=product.name,
            category=product.category,
            description=product.description,
            price=product.price,
            currency=company().currency,
            variants=[{"name": variant.label, "stock": variant.stock} for variant in product.variants],
            stock=product.stock,
            image=f"shop/pictures/{product.picture}",
        )
        for product in products()
    )


def _publish_rules() -> RuleBook:
    """The default rules, in force since the shop began."""
    newest = RuleBookVersion.objects.order_by("number").first()
    if newest is None:
        return versions.publish(DEFAULT_RULES, by=company().name)
    return rules.parse(newest.document, version=newest.number)


def _date_rules() -> None:
    """The first rules were in force before the first conversation."""
    first = Conversation.objects.aggregate(first=Min("created_at"))["first"]
    RuleBookVersion.objects.filter(number=1).update(published_at=first - timedelta(days=1))


def _load_past(chance: Random, book: RuleBook, now: datetime) -> None:
    """Orders, appointments and conversations, made together so that they speak of the same things."""
    if records.Order.objects.exists() or Conversation.objects.exists():
        return
    crowd = people.crowd(chance, BUYERS + OTHERS)
    foreign = people.from_abroad(chance)
    buyers, others = crowd[:BUYERS] + foreign[::2], crowd[BUYERS:] + foreign[1::2]
    made = orders.generate(chance, buyers, now)
    _store_orders(made)
    visits = appointments.generate(chance, crowd, now)
    records.Appointment.objects.bulk_create(appointments.rows(appointments.calendar(now), visits))
    history.write(chance, made, others, book=book, now=now)


def _store_orders(made: list[Order]) -> None:
    by_sku = {product.sku: product for product in records.Product.objects.all()}
    rows = [_order_row(order) for order in made]
    records.Order.objects.bulk_create(rows)
    records.OrderItem.objects.bulk_create(
        _item_row(row, item, by_sku[item.product.sku], line=line)
        for row, order in zip(rows, made, strict=True)
        for line, item in enumerate(order.items, 1)
    )


def _order_row(order: Order) -> records.Order:
    person = order.person
    return records.Order(
        number=order.number,
        customer_name=person.name,
        email=person.email,
        state=order.state,
        placed_at=order.placed_at,
        shipped_at=order.since("partly_shipped", "shipped"),
        delivered_at=order.since("delivered"),
        total=order.total.quantize(Decimal("0.01")),
        refunded=order.refunded.quantize(Decimal("0.01")),
        currency=company().currency,
        address={
            "line": f"{person.house} {person.street}",
            "town": person.town,
            "postcode": person.postcode,
            "delivery": str(order.delivery),
        },
        tracking=order.tracking,
    )


def _item_row(order: records.Order, item: Item, product: records.Product, *, line: int) -> records.OrderItem:
    return records.OrderItem(
        order=order,
        line=line,
        product=product,
        sku=product.sku,
        name=item.name,
        quantity=item.quantity,
        refunded_quantity=item.quantity if order.refunded else 0,
        price=item.product.price,
    )


def _counted() -> Loaded:
    return Loaded(
        articles=records.Article.objects.count(),
        products=records.Product.objects.count(),
        orders=records.Order.objects.count(),
        appointments=records.Appointment.objects.count(),
        persons=records.Person.objects.count(),
        tickets=records.Ticket.objects.count(),
        guides=records.Guide.objects.count(),
        agents=Agent.objects.count(),
        conversations=Conversation.objects.count(),
    )
