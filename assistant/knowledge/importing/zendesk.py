"""Articles of a Zendesk help centre, as its API shows them: each translation is an article in its own language."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.knowledge.articles import LONGEST_TAG, LONGEST_TITLE, MOST_TAGS, Draft
from assistant.knowledge.importing import pages, texts
from assistant.knowledge.importing.drafts import Problem

Told = Mapping[str, Any]
NO_JSON = "This is no JSON that can be read."
NO_ARTICLES = "There are no articles in it. Send what /api/v2/help_center/articles.json answers."
LEFT_OUT = "This is a draft, and drafts were not asked for."


def of_file(text: str, *, name: str, with_drafts: bool) -> Iterator[Draft | Problem]:
    """The articles of a file, each in every language that it is told in; drafts only if they are wanted."""
    try:
        documents = list(_documents(text))
    except (ValueError, RecursionError):
        yield Problem(name, NO_JSON)
        return
    articles = [one for document in documents for one in _objects(document, "articles", "results")]
    if not articles:
        yield Problem(name, NO_ARTICLES)
        return
    sections = {_key(one.get("id")): one for document in documents for one in _objects(document, "sections")}
    translated: dict[str, list[Told]] = {}
    for document in documents:
        for one in _objects(document, "translations"):
            translated.setdefault(_key(one.get("source_id")), []).append(one)
    titles: set[str] = set()
    for place, article in enumerate(articles, start=1):
        others = [*translated.get(_key(article.get("id")), ()), *_objects(article, "translations")]
        tags = _tags(article, sections.get(_key(article.get("section_id")), {}))
        for told in _by_language(article, others).values():
            where = f"{name}, article {place} ({_language(told) or 'no language'})"
            if told.get("draft") is True and not with_drafts:
                yield Problem(where, LEFT_OUT)
            else:
                draft = _draft(told, tags, where=where, taken=titles)
                titles.add(draft.title)
                yield draft


def _documents(text: str) -> Iterator[Any]:
    """The values of the file: one, or several after each other, such as the pages of a list."""
    decoder = json.JSONDecoder()
    at, end = 0, len(text)
    while True:
        while at < end and text[at].isspace():
            at += 1
        if at == end:
            return
        value, at = decoder.raw_decode(text, at)
        yield from value if isinstance(value, list) and _are_pages(value) else [value]


def _are_pages(value: list[Any]) -> bool:
    return any(isinstance(one, dict) and "articles" in one for one in value)


def _objects(document: Any, *names: str) -> list[Told]:
    """The objects of the list under one of these names; a bare list is one of articles."""
    if isinstance(document, list):
        found: Any = document if "articles" in names else []
    else:
        found = next((document[name] for name in names if name in document), []) if isinstance(document, dict) else []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _by_language(article: Told, others: list[Told]) -> dict[str, Told]:
    """The article in each language, the first of a language."""
    found: dict[str, Told] = {}
    for told in [article, *others]:
        if _text(told.get("title")) or _text(told.get("body")):
            found.setdefault(_language(told), told)
    return found or {"": article}


def _draft(told: Told, tags: tuple[str, ...], *, where: str, taken: set[str]) -> Draft:
    language = _language(told)
    title = " ".join(_text(told.get("title")).split())[: LONGEST_TITLE - 6]
    if title in taken and language:
        title = f"{title} ({language})"  # titles are there once, whatever their language
    body = pages.of_html(_text(told.get("body")))
    return Draft(title, body, language=language or None, tags=tags or None, where=where)


def _tags(article: Told, section: Told) -> tuple[str, ...]:
    labels = article.get("label_names")
    named = [*(labels if isinstance(labels, list) else []), section.get("name")]
    tidy = (" ".join(_text(one).split())[:LONGEST_TAG] for one in named)
    return tuple(dict.fromkeys(filter(None, tidy)))[:MOST_TAGS]


def _language(told: Told) -> str:
    """The first part of a locale such as en-us; "" for what is none."""
    first = _text(told.get("locale")).lower().replace("_", "-").partition("-")[0]
    return first if first.isascii() and first.isalpha() and 2 <= len(first) <= 3 else ""


def _text(value: object) -> str:
    return texts.clean(value) if isinstance(value, str) else ""


def _key(value: object) -> str:
    return str(value) if isinstance(value, int | str) else ""
