"""The topic of what a customer wrote follows from the tenant's examples, and from no other tenant's."""

import time
from collections.abc import Sequence

import pytest

from assistant import examples, topics
from assistant.models import Intent, Mode
from assistant.reading import read
from tenants import current
from tenants.models import Tenant

REFUND = (
    "I want my money back",
    "Can I get a refund?",
    "Please refund my order",
    "When do I get the money for what I sent back?",
)
LATE = (
    "My parcel has not arrived",
    "Where is my order?",
    "The delivery is late",
    "How long until my package comes?",
)
SUBJECTS = (
    "the invoice", "my password", "a broken wheel", "the newsletter", "gift cards", "the battery", "opening times",
    "a student discount", "my appointment",
)  # fmt: skip


def made(name: str, texts: Sequence[str], *, mode: str = "") -> Intent:
    """A topic with these examples."""
    intent = examples.prepared(Intent(name=name, examples=list(texts), mode=mode))
    examples.create(intent)
    return intent


def topic_of(*texts: str) -> str | None:
    found = topics.current(current.schema_name()).topic_of(read(texts))
    return found.name if found else None


@pytest.fixture
def two(in_acme: Tenant) -> tuple[Intent, Intent]:
    """Two topics of acme."""
    refund = made("Refunds", REFUND, mode=Mode.SUPERVISED)
    return refund, made("Late parcels", LATE)


def test_a_text_near_the_examples_has_their_topic(two: tuple[Intent, Intent]) -> None:
    assert topic_of("i'd like to be refunded please") == "Refunds"
    assert topic_of("why has my package not come yet") == "Late parcels"
    assert topic_of("i'd like to be refunded please", "and where is my parcel?") == "Late parcels"
    found = topics.current(current.schema_name()).topic_of(read(["refund me"]))
    assert found == topics.Topic(str(two[0].id), "Refunds", "supervised")


def test_what_is_far_from_all_examples_has_none(two: tuple[Intent, Intent]) -> None:
    for text in ("What is the capital of France?", "Do you sell lamps?", "thanks!", ""):
        assert topic_of(text) is None
    assert topics.current(current.schema_name()).topic_of(read([])) is None


def test_without_topics_or_examples_enough_there_is_none(in_acme: Tenant) -> None:
    assert topic_of(REFUND[0]) is None
    refunds = made("Refunds", REFUND[:2])
    assert topic_of(REFUND[0]) is None
    refunds.examples = list(REFUND[:3])
    examples.change(refunds)
    assert topic_of(REFUND[0]) == "Refunds"


def test_a_change_counts_from_the_next_text_on(two: tuple[Intent, Intent]) -> None:
    first = topics.current(current.schema_name())
    assert topics.current(current.schema_name()) is first
    two[0].mode = ""
    examples.change(two[0])
    found = topics.current(current.schema_name()).topic_of(read([REFUND[0]]))
    assert found is not None
    assert found.mode == ""
    examples.remove(two[0])
    assert topic_of(REFUND[0]) is None


def test_many_topics_are_told_apart_by_what_is_learned_of_them(in_acme: Tenant) -> None:
    for subject in SUBJECTS:
        said = [f"I have a question about {subject}", f"Please help me with {subject}", f"It is about {subject}"]
        made(subject, [*said, f"tell me everything on {subject}"])
    assert isinstance(topics.current(current.schema_name()).finder, topics.Fitted)
    assert topic_of("could you help me with gift cards") == "gift cards"
    assert topic_of("something about my password") == "my password"


def test_vectors_are_kept_so_that_fitting_anew_is_quick(two: tuple[Intent, Intent]) -> None:
    began = time.perf_counter()
    topics.fit(list(Intent.objects.all()))
    assert time.perf_counter() - began < 1
    Intent.objects.filter(pk=two[0].pk).update(vectors=b"")  # as a row that came from elsewhere
    assert topics.fit(list(Intent.objects.all())).topic_of(read([REFUND[0]])) is not None
    assert len(bytes(Intent.objects.get(pk=two[0].pk).vectors)) == examples.DIGEST + len(REFUND) * examples.WIDTH * 2


def test_another_companys_topics_are_not_known_here(two: tuple[Intent, Intent], globex: Tenant) -> None:
    with current.entered(globex):
        assert topic_of(REFUND[0]) is None
    assert topic_of(REFUND[0]) == "Refunds"
