"""Articles in a CSV file, one to a line: title, body, and perhaps questions, language and tags."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from assistant.knowledge.articles import Draft
from assistant.knowledge.importing.drafts import Problem

DELIMITERS = (",", ";", "\t", "|")
COLUMNS: Mapping[str, set[str]] = {
    "title": {"title", "question", "titel", "frage", "titre", "título", "titolo", "name", "topic", "subject"},
    "body": {
        "body",
        "answer",
        "text",
        "content",
        "antwort",
        "réponse",
        "respuesta",
        "risposta",
        "resposta",
        "antwoord",
    },
    "questions": {"questions", "also asked", "variants", "fragen", "phrases", "utterances"},
    "language": {"language", "lang", "locale", "sprache", "langue", "idioma", "lingua", "taal"},
    "tags": {"tags", "tag", "category", "categories", "labels", "kategorie"},
}
SEVERAL = ("|", "\n", ";")  # between several questions or tags in one field
NO_TITLE = "There is no column called title or question. The first line names the columns."
NO_BODY = "There is no column called body or answer. The first line names the columns."


def of_file(text: str, *, name: str) -> Iterator[Draft | Problem]:
    """The articles of a CSV file, or what is wrong with which line."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    columns: Mapping[str, int] | None = None
    while True:
        line = lines.line_num + 1
        where = f"{name}, line {line}"
        try:
            row = next(lines)
        except StopIteration:
            break
        except csv.Error as error:
            yield Problem(where, f"This cannot be read: {error}.")
            continue
        if not any(field.strip() for field in row):
            continue
        if columns is None:
            columns = _columns(row)
            if wrong := _missing(columns):
                yield Problem(where, wrong)
                return
            continue
        yield _draft(row, columns, where=where)


def _draft(row: Sequence[str], columns: Mapping[str, int], *, where: str) -> Draft | Problem:
    wide = max(columns["title"], columns["body"]) + 1
    if len(row) < wide:
        return Problem(where, f"The line has {len(row)} fields, and title and body need {wide}.")
    told = {column: row[place].strip() for column, place in columns.items() if place < len(row)}
    return Draft(
        title=told["title"],
        body=told["body"],
        questions=_several(told["questions"]) if "questions" in told else None,
        language=(told.get("language") or "").lower().replace("_", "-").partition("-")[0] or None,
        tags=_several(told["tags"]) if "tags" in told else None,
        where=where,
    )


def _delimiter(text: str) -> str:
    """The sign that stands most often in the line that names the columns."""
    head = next((line for line in text.split("\n", 50) if line.strip()), "")[:5000]
    return max(DELIMITERS, key=head.count)


def _columns(row: Sequence[str]) -> dict[str, int]:
    """The place of each column that we know, the first of that name."""
    names = [name.strip().strip("\ufeff").lower() for name in row]
    found = {}
    for column, known in COLUMNS.items():
        place = next((place for place, name in enumerate(names) if name in known), None)
        if place is not None:
            found[column] = place
    return found


def _missing(columns: Mapping[str, int]) -> str | None:
    if "title" not in columns:
        return NO_TITLE
    return None if "body" in columns else NO_BODY


def _several(text: str) -> tuple[str, ...]:
    sign = next((sign for sign in SEVERAL if sign in text), None)
    return tuple(text.split(sign)) if sign else (text,)
