"""The seed: complete, quick, the same when run again, and true to the rules of the live log."""

import time
from collections import Counter
from datetime import timedelta
from decimal import Decimal

from django.db.models import Count, F, Max, Min

from agents.models import Agent, Team
from assistant.appointments import offering, plans
from assistant.models import Appointment, Article, Calendar, Order, OrderState
from conversations.demo import coming_again, loading
from conversations.demo.casting import COUNT as CAST
from conversations.demo.loading import Loaded
from conversations.models import (
    AuthorKind,
    Conversation,
    Decision,
    Handover,
    HandoverLabel,
    Holder,
    Kind,
    Message,
    Review,
    ReviewRound,
    Status,
)
from conversations.quality import showing
from escalation import rules, versions
from escalation.facts import Facts
from tenants.models import Tenant
from tests.demo.conftest import NOW
from tests.there import there

COUNT = CAST + coming_again.COUNT


def test_seed_has_everything_and_takes_seconds(own_database: str) -> None:
    began = time.monotonic()
    there = loading.load(NOW)
    assert time.monotonic() - began < 60, "most of it reads the articles, on one core that others may use too"
    assert there.articles >= 64
    assert there.products == 44
    assert there.orders == 130
    assert there.appointments >= 30
    assert there.agents == 6
    assert there.conversations == COUNT


def test_second_seed_changes_nothing(in_demo: Tenant, loaded: Loaded) -> None:
    before = list(Message.objects.order_by("id").values_list("id", "text"))
    assert loading.load(NOW + timedelta(days=3)) == loaded
    assert list(Message.objects.order_by("id").values_list("id", "text")) == before


def test_every_order_state_is_present(in_demo: Tenant) -> None:
    states = Counter(Order.objects.values_list("state", flat=True))
    assert set(states) == set(OrderState.values)
    assert min(states.values()) >= 5


def test_orders_add_up_and_are_not_from_the_future(in_demo: Tenant) -> None:
    for order in Order.objects.prefetch_related("items"):
        goods = sum(item.price * item.quantity for item in order.items.all())
        assert order.total == goods + Decimal(order.address["delivery"])
        assert order.placed_at <= NOW
        assert order.shipped_at is None or order.placed_at < order.shipped_at <= NOW
        assert (order.shipped_at is not None) == bool(order.tracking)


def test_every_conversation_counts_from_one_without_a_gap(in_demo: Tenant) -> None:
    counted = Message.objects.values("conversation").annotate(
        first=Min("seq"), last=Max("seq"), entries=Count("id"), kept=F("conversation__seq")
    )
    assert counted.count() == COUNT
    for row in counted:
        assert row["first"] == 1
        assert row["last"] == row["entries"] == row["kept"]


def test_log_goes_forward_in_time_within_the_last_month(in_demo: Tenant) -> None:
    for conversation in Conversation.objects.prefetch_related("messages"):
        moments = [message.created_at for message in conversation.messages.all()]
        assert moments == sorted(moments)
        assert NOW - timedelta(days=32) < moments[0]
        assert moments[-1] <= NOW


def test_row_says_who_holds_the_baton_as_the_log_does(in_demo: Tenant) -> None:
    for conversation in Conversation.objects.prefetch_related("messages"):
        moves = [message for message in conversation.messages.all() if message.kind == Kind.CONTROL]
        assert conversation.epoch == 1 + len(moves)
        assert [move.data["epoch"] for move in moves] == list(range(2, 2 + len(moves)))
        assert conversation.holder == (moves[-1].data["holder"] if moves else Holder.ASSISTANT)


def test_assistant_says_nothing_while_a_person_holds_the_baton(in_demo: Tenant) -> None:
    for conversation in Conversation.objects.prefetch_related("messages"):
        holder = Holder.ASSISTANT.value
        for message in conversation.messages.all():
            if message.kind == Kind.CONTROL:
                holder = message.data["holder"]
            if message.author_kind == AuthorKind.ASSISTANT:
                assert holder == Holder.ASSISTANT
            if message.author_kind == AuthorKind.AGENT:
                assert holder == Holder.AGENT


def test_about_a_quarter_was_handed_over_and_some_is_open(in_demo: Tenant) -> None:
    handed = Handover.objects.values("conversation").distinct().count()
    assert 0.2 <= handed / COUNT <= 0.3
    held = Counter(Conversation.objects.filter(status=Status.OPEN).values_list("holder", flat=True))
    assert held == {Holder.QUEUE: 5, Holder.AGENT: 7, Holder.ASSISTANT: 6}
    assert Handover.objects.filter(conversation__holder=Holder.QUEUE, accepted_at=None).count() == held[Holder.QUEUE]
    triggers = Counter(Decision.objects.exclude(trigger="").values_list("trigger", flat=True))
    assert set(triggers) == {"asks_human", "anger", "distress", "low_confidence"}


def test_every_decision_of_the_past_comes_out_the_same_again(in_demo: Tenant) -> None:
    book = versions.published()
    for decision in Decision.objects.all():
        outcome = rules.decide(Facts.from_json(decision.facts), book)
        assert decision.trigger == (outcome.trigger if outcome else "")
        assert decision.rule == (outcome.rule if outcome else "")


def test_evidence_quotes_the_message_it_names(in_demo: Tenant) -> None:
    for decision in Decision.objects.exclude(trigger="").select_related("conversation"):
        said = dict(decision.conversation.messages.values_list("seq", "text"))
        for signal in Facts.from_json(decision.facts).signals.values():
            for quote in signal.evidence:
                assert said[quote.seq][quote.start : quote.end] == quote.text


def test_answers_quote_articles_that_exist_word_for_word(in_demo: Tenant) -> None:
    bodies = {str(article.id): article.body for article in Article.objects.all()}
    quoted = Message.objects.filter(author_kind=AuthorKind.ASSISTANT).exclude(sources=[])
    assert quoted.count() > 400
    for message in quoted:
        (source,) = message.sources
        assert source["passage"] in bodies[source["article_id"]]
        assert source["passage"] in message.text


def test_nothing_was_left_to_fill_in(in_demo: Tenant) -> None:
    for text in Message.objects.values_list("text", flat=True):
        assert not set("{}[]") & set(text)
        assert "  " not in text
        assert " ," not in text


def test_agents_have_teams_skills_and_languages(in_demo: Tenant) -> None:
    assert Team.objects.count() == 3
    assert {agent.role for agent in Agent.objects.all()} == {"owner", "supervisor", "agent"}
    for agent in Agent.objects.prefetch_related("teams", "skills"):
        assert agent.teams.exists()
        assert agent.skills.exists()
        assert agent.languages
        assert agent.email.endswith("@larkfield.example")
        assert agent.check_password("larkfield-demo")


def test_customers_are_nobody_real(in_demo: Tenant) -> None:
    for email in [*Order.objects.values_list("email", flat=True), *Appointment.objects.values_list("email", flat=True)]:
        assert email.endswith(("@example.com", "@example.org"))
        assert email.isascii()


def test_appointments_sit_in_the_workshops_calendar(in_demo: Tenant) -> None:
    workshop = Calendar.objects.get()
    plan = plans.of(workshop)
    booked = list(Appointment.objects.select_related("offered").filter(state="booked"))
    assert booked
    for one in booked:
        assert one.offered is not None
        assert offering.is_offered(plan, plans.length(one.offered), one.starts_at)
    service = workshop.services.get(name="Full service")
    first, last = NOW.date(), NOW.date() + timedelta(days=14)
    taken = plans.taken(workshop, first=first, last=last)
    assert list(offering.openings(plan, plans.length(service), taken, now=NOW, first=first, last=last))


def test_the_page_of_quality_has_something_to_show(in_demo: Tenant) -> None:
    shown = showing.quality(days=90, by="week", now=NOW)["all"]
    assert shown["labelled"] >= 30
    assert min(shown[kind] for kind in ("right", "too_late", "needless", "missed")) >= 2
    for measure in ("precision", "in_time", "recall"):
        share = there(shown[measure])
        assert share["low"] < share["value"] < share["high"]


def test_labels_and_reviews_are_of_the_past_and_some_still_wait(in_demo: Tenant) -> None:
    assert not HandoverLabel.objects.filter(made_at__gt=NOW).exists()
    assert not HandoverLabel.objects.filter(made_by=None).exists()
    judged = Review.objects.exclude(verdict="")
    assert not judged.filter(judged_at__gt=NOW).exists()
    assert 5 <= Review.objects.filter(verdict="", began_at__gt=NOW - timedelta(days=4)).count() <= 40
    assert ReviewRound.objects.latest("ends_at").ends_at == NOW - timedelta(days=1)
