"""The terms as PostgreSQL looks for them: exactly as typed, and more widely by the stems of the reader's languages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from conversations.searching.asked import Asked, Term
from tenants.current import connection

STEMMERS = {
    "en": "english_stem",
    "de": "german_stem",
    "fr": "french_stem",
    "es": "spanish_stem",
    "it": "italian_stem",
    "nl": "dutch_stem",
    "pt": "portuguese_stem",
}
SHORTEST_STEM = 4
MOST_CUT = 3  # letters between a word and its stem
FOLLOWS = re.compile(r"<(-|\d+)>")
PLAIN = "phraseto_tsquery('simple', %s)"
BEGINS = "to_tsquery('simple', %s)"


@dataclass(frozen=True)
class Wanted:
    """Queries as texts that PostgreSQL reads back: all of it, each group for itself, and what was typed exactly."""

    wide: str
    exact: str
    groups: tuple[str, ...]
    loose: str
    """Without order and without what is left out: all that the index can tell by itself."""

    @property
    def needs_reading(self) -> bool:
        """Whether the index alone cannot tell."""
        return "!" in self.wide or FOLLOWS.search(self.wide) is not None

    def __bool__(self) -> bool:
        """Whether anything is left to look for: what holds no words finds nothing."""
        return all(self.groups) and bool(self.wide)


def of(asked: Asked, *, languages: Sequence[str]) -> Wanted:
    """The queries, in at most two questions to the database."""
    stems = _stems(asked, languages)
    values: list[str] = []

    def one(term: Term, *, wide: bool) -> str:
        values.append(term.words)
        parts = [PLAIN]
        begun = [term.words] if term.begins else []
        for begin in [*begun, *(stems.get(term.words, ()) if wide and not term.quoted else ())]:
            values.append(_literal(begin))
            parts.append(BEGINS)
        return f"({' || '.join(parts)})"

    def any_of(group: Iterable[Term], *, wide: bool) -> str:
        return f"({' || '.join(one(term, wide=wide) for term in group)})"

    but = [f"!!{one(term, wide=False)}" for term in asked.without]
    refused = values[:]
    wide = " && ".join([*but, *(any_of(group, wide=True) for group in asked.groups)])
    values += refused
    exact = " && ".join([*but, *(any_of(group, wide=False) for group in asked.groups)])
    each = [any_of(group, wide=True) for group in asked.groups]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(f'({part})::text' for part in (wide, exact, *each))}", values)
        found = [str(text) for text in cursor.fetchone() or ()]
    groups = found[2:]
    return Wanted(found[0], found[1], tuple(groups), _loose(groups))


def alone(group: str) -> Wanted:
    """One group by itself."""
    return Wanted(group, group, (group,), _loose([group]))


def _loose(groups: Sequence[str]) -> str:
    return " & ".join(FOLLOWS.sub("&", group if len(groups) == 1 else f"( {group} )") for group in groups)


def _stems(asked: Asked, languages: Sequence[str]) -> dict[str, list[str]]:
    """For each word its stems, where they are long enough to say something."""
    words = sorted({term.words for group in asked.groups for term in group if not term.quoted and term.words.isalpha()})
    stemmers = [STEMMERS[language] for language in dict.fromkeys(languages) if language in STEMMERS]
    if not words or not stemmers:
        return {}
    columns = ", ".join(f"(ts_lexize('{stemmer}', lower(word)))[1]" for stemmer in stemmers)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT word, {columns} FROM unnest(%s::text[]) AS word", [words])  # noqa: S608
        rows = cursor.fetchall()
    return {word: sorted({stem for stem in found if stem and _says_enough(stem, word)}) for word, *found in rows}


def _says_enough(stem: str, word: str) -> bool:
    return len(stem) >= SHORTEST_STEM and len(word) - len(stem) <= MOST_CUT


def _literal(word: str) -> str:
    """The word as a part of a tsquery that may go on."""
    quoted = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}':*"
