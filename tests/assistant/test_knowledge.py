"""Passages, the lexical views, spelling and the search."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.evaluation import bench
from assistant.knowledge import lexical, spelling
from assistant.knowledge.index import Found, Index, build
from assistant.knowledge.passages import LONGEST_PASSAGE, ArticleText, Kind, cut, plain
from assistant.knowledge.views import Query
from assistant.reading import vectors_of

HOTEL = next(one for one in bench.own() if one.name == "hotel")


@pytest.fixture(scope="module")
def index() -> Index:
    return build(HOTEL.articles)


def search(index: Index, text: str, language: str = "en") -> Found:
    mended = index.mend(text, language=language)
    near, far = vectors_of([mended])
    return index.search(Query(mended, near[0], far[0], language))


def test_passages_keep_their_heading_and_stay_short() -> None:
    body = "# Returns\n\nWithin 30 days.\n\n## Bicycles\nBring it in.\n\n" + "One more sentence stands here. " * 60
    passages, pieces = cut(ArticleText("1", "Returns", body, ("Can I send it back?",)))
    assert passages[0] == "# Returns\n\nWithin 30 days."
    assert passages[1].startswith("## Bicycles\n\nBring it in.")
    assert all(len(passage.split()) <= LONGEST_PASSAGE + 5 for passage in passages)
    assert [piece.text for piece in pieces if piece.kind is Kind.SHORT] == ["Returns", "Can I send it back?"]
    assert {piece.passage for piece in pieces if piece.kind is Kind.WHOLE} == set(range(len(passages)))


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("ab .?!\n#*-1[]()"), max_size=400))
def test_no_word_of_a_body_is_lost_in_its_passages(body: str) -> None:
    passages, _ = cut(ArticleText("1", "", body))
    assert "".join("".join(passages).split()) == "".join(body.split())


def test_plain_drops_the_marks_of_markdown() -> None:
    assert plain("## Sizes\n\n- **M**: see [the table](https://x.example/t)\n1. `L`") == "Sizes M : see the table L"


def test_an_article_without_body_is_found_by_its_questions() -> None:
    index = build([ArticleText("a", "Lost card", "", ("my card is gone",)), ArticleText("b", "Top up", "")])
    found = search(index, "I lost my card")
    assert found.hits[0].article.id == "a"
    assert found.hits[0].quotes == ()


def test_no_articles_no_hits() -> None:
    assert build([]).search(Query("x", np.zeros(384, np.float32), np.zeros(512, np.float32))) == Found((), 0.0)
    assert build([ArticleText("a", "", "  ")]).articles == ()


@pytest.mark.parametrize(("terms", "analyzer", "sizes"), [("words", "word", (1, 2)), ("letters", "char_wb", (2, 5))])
def test_lexical_views_order_texts_as_scikit_learn_does(terms: str, analyzer: str, sizes: tuple[int, int]) -> None:
    texts = [" ".join(re.findall(r"\w\w+", f"{article.title} {article.body}")) for article in HOTEL.articles]
    reference = TfidfVectorizer(analyzer=analyzer, ngram_range=sizes, sublinear_tf=True)
    matrix = reference.fit_transform(texts)
    make = getattr(lexical, terms)
    view = lexical.view([make(text) for text in texts])
    for text in texts:
        ours = view.similarity(make(text))
        theirs = (matrix @ reference.transform([text]).T).toarray().ravel()
        assert np.abs(ours - theirs).max() < 0.02


def test_no_words_have_no_similarity() -> None:
    view = lexical.view([lexical.letters("hello"), lexical.letters("")])
    assert view.similarity(lexical.letters("")).tolist() == [0.0, 0.0]
    assert view.similarity(lexical.letters("\ud83d")).tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("brekfast times", "breakfast times"),
        ("how to cancell", "how to cancel"),
        ("Shuttel price?", "shuttle price?"),
        ("may i bring my dog", "may i bring my dog"),
        ("what colox", "what colox"),  # two words are as near
        ("délai", "délai"),
    ],
)
def test_only_a_clear_slip_is_mended(written: str, meant: str) -> None:
    known = {"breakfast", "cancel", "shuttle", "color", "colon", "delay"}
    assert spelling.mend(written, known) == meant


def test_most_questions_of_customers_find_their_article_first(index: Index) -> None:
    asked = [one for one in HOTEL.asked if one.article is not None]
    right = [search(index, one.text).hits[0].article.id == one.article for one in asked]
    assert np.mean(right) > 0.85


def test_questions_that_no_article_answers_are_less_sure(index: Index) -> None:
    answerable = [search(index, one.text).confidence for one in HOTEL.asked if one.article is not None]
    others = [search(index, one.text).confidence for one in HOTEL.asked if one.article is None]
    assert np.median(answerable) > 0.6
    assert np.median(others) < 0.3


def test_a_question_in_another_language_finds_the_english_article(index: Index) -> None:
    assert search(index, "Darf mein Hund mitkommen?", "de").hits[0].article.title == "Pets"
    assert search(index, "Combien coûte le parking ?", "fr").hits[0].article.title == "Parking"


def test_the_passage_that_answers_comes_first() -> None:
    body = (
        "Parcels take two days. They come by van.\n\n## Bicycles\n\nA bicycle takes a week: we build it first.\n\n"
        "## Abroad\n\nTo France and Spain it takes five days and costs 20 euros."
    )
    index = build([ArticleText("1", "Delivery", body), ArticleText("2", "Returns", "Within 30 days.")])
    assert "build it first" in search(index, "how long until my bicycle is delivered").hits[0].quotes[0].passage
    assert "France" in search(index, "delivery to france").hits[0].quotes[0].passage


def test_a_rebuild_encodes_nothing_that_is_known(index: Index) -> None:
    assert index.views is not None
    known = index.views.known()
    again = build(HOTEL.articles, known=known)
    assert again.views is not None
    assert np.array_equal(again.views.minilm, index.views.minilm)
    assert again.threshold == index.threshold


def test_the_threshold_of_a_tenant_comes_from_its_own_questions() -> None:
    questions = ("When do you open?", "Are you open on Sunday?", "until when are you open")
    articles = [
        ArticleText("1", "Opening hours", "We are open from 9 to 17 on weekdays.", questions),
        ArticleText(
            "2", "Parking", "Cars stand in the garage.", ("Where can I park?", "is there a car park", "garage")
        ),
        ArticleText("3", "Dogs", "Dogs are welcome.", ("may my dog come in", "are pets allowed", "can I bring a dog")),
        ArticleText("4", "Wi-Fi", "The password is on the door.", ("wifi password", "internet access")),
    ]
    assert build(articles).threshold == pytest.approx(0.65)
    assert build(articles[:2]).threshold == 0.5
