"""A rewrite keeps numbers, links, addresses, codes and names; without a model only tidying is offered."""

from typing import Any

import pytest
from django.test import Client

from assistant.rewriting import keeping, tidying
from conversations.models import Conversation

FACTS = "Order AC-10442 left on 12.05. and costs 1,299.00 €. Write to help@acme.example or see https://acme.example/x."


@pytest.mark.parametrize(
    ("original", "rewritten", "lost", "added"),
    [
        (FACTS, FACTS, (), ()),
        ("It takes 5 days.", "You need to wait 5 days for it.", (), ()),
        ("It takes 5 days.", "It takes five days.", (), ()),
        ("It takes 5 days.", "It takes 6 days.", ("5",), ("6",)),
        ("It costs 1,000 euros.", "That is 1.000 euros.", (), ()),
        (
            "See https://a.example/x.",
            "See https://evil.example/x.",
            ("https://a.example/x",),
            ("https://evil.example/x",),
        ),
        ("Ask help@acme.example.", "Ask us.", ("help@acme.example",), ()),
        ("About AC-10442.", "About your order.", ("AC-10442",), ()),
        ("Hi {{customer.name}}.", "Hi there.", ("{{customer.name}}",), ()),
        ("We told Maya about it.", "We told Bob about it.", ("Maya",), ("Bob",)),
        ("We can do it.", "We can certainly do it.", (), ()),
    ],
)
def test_facts_are_held_against_each_other(
    original: str, rewritten: str, lost: tuple[str, ...], added: tuple[str, ...]
) -> None:
    kept = keeping.compare(original, rewritten, same_language=True)
    assert (kept.lost, kept.added) == (lost, added)
    assert kept.all == (not lost and not added)


@pytest.mark.parametrize(
    ("language", "written", "tidied"),
    [
        ("en", "hello ,  this is is  fine !!  we will look.", "Hello, this is fine! We will look."),
        ("en", "I said that that is so.\n\n\n\nbye, now ", "I said that that is so.\n\nBye, now"),
        ("fr", "c'est bon !", "c'est bon !"),
        ("en", "see https://a.example/a//b and 3.5 kg", "See https://a.example/a//b and 3.5 kg"),
        ("en", "- one\n- two", "- one\n- two"),
    ],
)
def test_tidying_changes_no_word(language: str, written: str, tidied: str) -> None:
    assert tidying.tidy(written, language=language) == tidied
    assert tidying.tidy(tidied, language=language) == tidied


def rewrite(desk: Client, conversation: Conversation, **asked: Any) -> Any:
    path = f"/api/v1/conversations/{conversation.id}/rewrite"
    return desk.post(path, asked, content_type="application/json")


def test_without_a_model_only_what_is_honest_is_offered(desk: Client, bobs: Conversation) -> None:
    assert [way["name"] for way in desk.get("/api/v1/composer").json()["rewrites"]] == ["tidy"]
    found = rewrite(desk, bobs, text="hello , carol", way="tidy").json()
    assert found == {"text": "Hello, carol", "lost": [], "added": []}
    refused = rewrite(desk, bobs, text="hello", way="shorter")
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "way")
