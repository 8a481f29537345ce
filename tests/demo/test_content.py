"""What was written about the shop: enough of it, well formed, and without contradictions that a test can see."""

import re
from decimal import Decimal

import pytest

from conversations.demo.content import FOLDER, articles, company, money, products, topics
from conversations.demo.dialogues import (
    AgentNotes,
    AgentSays,
    AssistantQuotes,
    CustomerSays,
    HandsBack,
    HandsOver,
    PressesPerson,
    Scenario,
    scenarios,
)

PICTURES = FOLDER.parents[2] / "frontend" / "src" / "shop" / "pictures"
BY_TITLE = {scenario.title: scenario for scenario in scenarios()}


def test_there_is_enough_to_know() -> None:
    assert len(articles()) >= 64
    assert len(products()) == 44
    assert len(BY_TITLE) == len(scenarios()) >= 60


def test_topics_are_told_by_enough_examples_each_said_once() -> None:
    said = [example for topic in topics() for example in topic["examples"]]
    assert len({topic["name"] for topic in topics()}) == len(topics()) >= 5
    assert len(set(said)) == len(said)
    assert min(len(topic["examples"]) for topic in topics()) >= 5


@pytest.mark.parametrize("slug", articles())
def test_article_is_of_a_readable_length_with_real_questions(slug: str) -> None:
    article = articles()[slug]
    assert 60 <= len(article.body.split()) <= 250
    assert 3 <= len(article.questions) <= 6
    assert len(set(article.questions)) == len(article.questions)


def test_titles_and_questions_are_said_once() -> None:
    titles = [article.title for article in articles().values()]
    assert len(set(titles)) == len(titles)
    questions = [question.lower() for article in articles().values() for question in article.questions]
    assert len(set(questions)) == len(questions)


def test_every_product_has_its_picture_and_every_picture_its_product() -> None:
    assert {product.picture for product in products()} == {path.name for path in PICTURES.glob("*.svg")}


def test_pictures_are_quiet_files() -> None:
    for path in PICTURES.glob("*.svg"):
        assert not re.search(r"<script|<style|style=|href|\son\w+=", path.read_text("utf-8"))


def test_prices_in_the_articles_are_the_shops_prices() -> None:
    policy, text = company().policy, " ".join(article.body for article in articles().values())
    for amount in ("parcel_fee", "express_fee", "goodwill_limit"):
        assert money(Decimal(policy[amount])) in text
    for slug in ("kestrel-e-city", "harrier-e-trek", "rook-e-trail", "heron-e-cargo", "swift-e-fold"):
        (product,) = [product for product in products() if product.slug == slug]
        assert f"{product.name}, {product.price_text}" in articles()["which-ebike"].body
    for slug in ("volta-battery-500", "volta-battery-625", "volta-charger"):
        (product,) = [product for product in products() if product.slug == slug]
        assert product.price_text in articles()["battery-replacement"].body


@pytest.mark.parametrize("title", BY_TITLE)
def test_dialogue_is_one_that_can_be_lived(title: str) -> None:
    scenario = BY_TITLE[title]
    kinds = [type(step) for step in scenario.steps]
    assert kinds[0] is CustomerSays
    assert scenario.order or not _says(scenario, "{order}", "{item}", "{placed}", "{total}")
    assert scenario.product or not _says(scenario, "{product}")
    if HandsOver in kinds:
        at = kinds.index(HandsOver)
        assert kinds[at - 1] in {CustomerSays, PressesPerson}
        assert AgentSays in kinds[at:]
        assert not {AgentSays, AgentNotes, HandsBack} & set(kinds[:at])
        assert AssistantQuotes not in kinds[at : kinds.index(HandsBack) if HandsBack in kinds else None]
    else:
        assert not {AgentSays, AgentNotes, HandsBack} & set(kinds)


def test_somebody_can_play_every_dialogue() -> None:
    for scenario in scenarios():
        if (handover := scenario.handed_over) is not None:
            able = [one for one in company().agents if handover.team in one.teams and scenario.speaks in one.languages]
            assert able
            assert not scenario.agent or scenario.agent in {one.key for one in able}


def _says(scenario: Scenario, *places: str) -> bool:
    texts = [text for step in scenario.steps if isinstance(step, CustomerSays | AgentSays) for text in step.texts]
    return any(place in text for text in texts for place in places)
