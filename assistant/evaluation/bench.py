"""Questions with the articles that answer them: the material that retrieval is fitted and measured on."""

import csv
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from assistant.knowledge.passages import ArticleText

OWN = Path(__file__).parent / "faqs"
OWN_COUNTS, ABROAD_COUNTS, NOISY_COUNTS = 4.0, 12.0, 0.5  # whole knowledge bases, not intents; paid actors' typing
FOREIGN_QUESTIONS = 30
OTHER_LANGUAGES = "other_languages"


@dataclass(frozen=True)
class Asked:
    """A question, and the id of the article that answers it; None when none does."""

    text: str
    article: str | None


class Ask(StrEnum):
    """What a bench asks that no article answers."""

    WRITTEN = "questions written to be about the company, and answered nowhere"
    HIDDEN = "questions whose article is missing"
    FOREIGN = "questions to other companies"


@dataclass(frozen=True)
class Bench:
    """A knowledge base with questions to it; benches of one `group` are never fitted and measured on each other."""

    name: str
    group: str
    articles: tuple[ArticleText, ...]
    asked: tuple[Asked, ...]
    counts: float = 1.0  # how much it weighs in a fit
    language: str = "en"  # of the questions; the articles are English
    ask: Ask = Ask.WRITTEN
    own: bool = False  # written for this project


def own(folder: Path = OWN) -> list[Bench]:
    """The benches written for this project: small companies with answerable and unanswerable questions."""
    files = sorted(folder.glob("*.json"))
    return [_own(file) for file in files if file.stem != OTHER_LANGUAGES]


def _own(file: Path) -> Bench:
    document = json.loads(file.read_text(encoding="utf-8"))
    articles = tuple(
        ArticleText(row["id"], row["title"], row["body"], tuple(row["questions"])) for row in document["articles"]
    )
    asked = [Asked(text, row["id"]) for row in document["articles"] for text in row["asked"]]
    asked += [Asked(text, None) for text in document["unanswerable"]]
    return Bench(file.stem, file.stem, articles, tuple(asked), counts=OWN_COUNTS, own=True)


def with_questions(one: Bench) -> Iterator[Bench]:
    """`one` with two thirds of its questions given to its articles, asked the others: three ways."""
    unanswerable = tuple(asked for asked in one.asked if asked.article is None)
    for turn in range(3):
        asked = list(unanswerable)
        articles = []
        for article in one.articles:
            texts = [question.text for question in one.asked if question.article == article.id]
            asked += [Asked(text, article.id) for text in texts[turn::3]]
            given = [text for number, text in enumerate(texts) if number % 3 != turn]
            articles.append(replace(article, questions=(*article.questions, *given)))
        name = f"{one.name} +questions {turn + 1}"
        yield replace(one, name=name, articles=tuple(articles), asked=tuple(asked), counts=OWN_COUNTS / 3)


def without_articles(one: Bench) -> Iterator[Bench]:
    """`one` with a third of its articles missing, asked all their questions: three ways."""
    answerable = [asked for asked in one.asked if asked.article is not None]
    for turn in range(3):
        kept = tuple(article for number, article in enumerate(one.articles) if number % 3 != turn)
        ids = {article.id for article in kept}
        asked = tuple(question if question.article in ids else Asked(question.text, None) for question in answerable)
        name = f"{one.name} -articles {turn + 1}"
        yield replace(one, name=name, articles=kept, asked=asked, counts=OWN_COUNTS / 6, ask=Ask.HIDDEN)


def asked_by_others(one: Bench, companies: Sequence[Bench]) -> Bench:
    """`one` asked some questions that the articles of other `companies` answer, as if no article of its own did."""
    chance = random.Random(one.name)  # noqa: S311 - a fixed draw, no secret
    foreign = [
        Asked(asked.text, None)
        for other in companies
        for asked in other.asked
        if other.group != one.group and asked.article is not None
    ]
    asked = [question for question in one.asked if question.article is not None]
    asked += chance.sample(foreign, min(FOREIGN_QUESTIONS, len(foreign)))
    return replace(one, name=f"{one.name} +foreign", asked=tuple(asked), counts=OWN_COUNTS / 2, ask=Ask.FOREIGN)


def all_ways(companies: Sequence[Bench]) -> Iterator[Bench]:
    """Each company as it is, and in all ways of asking it."""
    for one in companies:
        yield one
        yield from with_questions(one)
        yield from without_articles(one)
        yield asked_by_others(one, companies)


def in_other_languages(folder: Path = OWN) -> list[Bench]:
    """The same companies asked in de, fr, es, it, pt and nl."""
    rows = json.loads((folder / f"{OTHER_LANGUAGES}.json").read_text(encoding="utf-8"))
    benches = []
    for company in own(folder):
        asked = tuple(Asked(row["text"], row["article"]) for row in rows if row["company"] == company.name)
        if asked:
            name = f"{company.name} abroad"
            benches.append(replace(company, name=name, asked=asked, counts=ABROAD_COUNTS, language="de"))
    return benches


def public(data: Path) -> Iterator[Bench]:
    """Benches made of the public sets in `data`: an intent is an article, some of its examples the questions."""
    for size in (1, 3, 6):
        yield _intents("banking77", _rows(data / "banking77/train.csv", "text", "category"), size)
    yield _intents("clinc150", _rows(data / "clinc150/train.csv", "text", "intent"), 3)
    yield _intents("hwu64", _rows(data / "hwu64/train.csv", "text", "intent"), 3)
    for domain in ("airline", "fastfood", "finance", "media", "software"):
        rows = _rows(data / f"multidogo/{domain}_train.csv", "utterance", "intent")
        bench = _intents(f"multidogo-{domain}", rows, 4)
        yield replace(bench, group="multidogo", counts=NOISY_COUNTS)


def _rows(file: Path, text: str, label: str) -> list[tuple[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [(row[text], row[label]) for row in csv.DictReader(lines)]


NO_REQUEST = {
    "contentonly", "openinggreeting", "closinggreeting", "confirmation", "rejection", "thankyou", "outofdomain",
}  # fmt: skip


def _intents(name: str, rows: list[tuple[str, str]], size: int, most: int = 600) -> Bench:
    """A fifth of the intents are hidden: their examples are questions that no article answers."""
    chance = random.Random(f"{name} {size}")  # noqa: S311 - a fixed draw, no secret
    examples: dict[str, list[str]] = defaultdict(list)
    for text, label in dict.fromkeys(rows):
        if label not in NO_REQUEST and "<div>" not in label:
            examples[label].append(text)
    labels = sorted(label for label, texts in examples.items() if len(texts) > size + 5)
    hidden = set(chance.sample(labels, len(labels) // 5))
    articles, asked = [], []
    for label in labels:
        texts = chance.sample(examples[label], len(examples[label]))
        if label not in hidden:
            articles.append(ArticleText(label, texts[0], "", tuple(texts[1:size])))
        asked += [Asked(text, None if label in hidden else label) for text in texts[size:]]
    return Bench(f"{name}-{size}", name, tuple(articles), tuple(chance.sample(asked, min(most, len(asked)))))
