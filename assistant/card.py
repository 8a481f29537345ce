"""The handover card: what travels with the baton, so that the customer never repeats."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant import promising, social, words
from assistant.answering import Line
from assistant.records.numbers import USUAL, Numbers

LONGEST_WANT = 240  # characters
LONGEST_TRIED = 200
MOST_TRIED = 6
MOST_WANTS_IN_SUMMARY = 4

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_ASKS = re.compile(
    r"\?|\b(?:want|need|would like|like to|can you|could you|please|how|where|when|why|what|which|refund|cancel|return|"
    r"möchte|will|brauche|bitte|wann|wo|warum|voudrais|veux|besoin|quiero|necesito|vorrei|voglio|quero|preciso|wil|graag)\b",
    re.IGNORECASE,
)
_ABOUT_A_PERSON = re.compile(
    r"\b(?:human|person|agent|someone|somebody|representative|real people|manager|mensch(?:en)?|mitarbeiter(?:in)?|"
    r"berater(?:in)?|humain|conseiller|persona|agente|operatore|pessoa|atendente|mens|medewerker)\b",
    re.IGNORECASE,
)
_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
_ORDER = r"(?:order|bestellung|bestellnummer|commande|pedido|ordine|encomenda|bestelling|invoice|ticket|booking)"
_NUMBER = r"(?:number|no\.?|nr\.?|id|#|nummer|numéro|número)?\s*(?:is|:|=)?\s*#?"
_SUM = r"\d+(?:[.,]\d{3})*(?:[.,]\d{1,2})?"
_MONEY = r"(?:€|£|\$|(?:euros?|eur|usd|gbp|chf|pounds?|dollars?)\b)"
_NAMED = r"(?i:my name is|my name's|ich heiße|je m'appelle|me llamo|mi chiamo|chamo-me|mijn naam is)"

# name, pattern with the value in its group; the first pattern that claims a stretch of text keeps it
_SURE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(r"(?<![\w.+-])([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")),
    ("link", re.compile(r"(https?://[^\s<>\"]+[^\s<>\".,;:!?)])")),
)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("order", re.compile(rf"(?i)\b{_ORDER}\s*{_NUMBER}(\d{{4,12}})\b")),
    ("amount", re.compile(rf"((?:[€£$]|\b(?:EUR|USD|GBP|CHF)\s?)\s?{_SUM})(?!\w)")),
    ("amount", re.compile(rf"(?i)(?<![\w.,])({_SUM}\s?{_MONEY})")),
    ("date", re.compile(r"\b(\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})\b")),
    ("date", re.compile(rf"(?i)\b(\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS}))\b")),
    ("date", re.compile(rf"(?i)\b((?:{_MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?)\b")),
    ("phone", re.compile(r"(?<![\w/.-])(\+?\(?\d[\d ()/-]{6,17}\d)(?![\w/])")),
    ("postcode", re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})\b")),
    ("name", re.compile(rf"\b{_NAMED}\s+([A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+)?)")),
)
_FEWEST_DIGITS = {"phone": 7, "order": 3}


@dataclass(frozen=True)
class Fact:
    """Something the customer told, with the message it stands in."""

    name: str
    label: str
    value: str
    seq: int


@dataclass(frozen=True)
class Learned:
    """What skills came to know, with its label in the customer's language, and what they did.

    A label that is empty keeps the fact for the desk.
    """

    facts: tuple[tuple[Fact, str], ...] = ()
    done: tuple[str, ...] = ()


NOTHING_LEARNED = Learned()


@dataclass(frozen=True)
class Card:
    """What a person needs to take over: `passed_on` is what the customer may read of it."""

    wants: str
    summary: str
    facts: tuple[Fact, ...]
    tried: tuple[tuple[str, int], ...]  # what the assistant said, with its seq
    passed_on: tuple[str, ...]
    promised: tuple[tuple[str, int], ...] = ()  # what the customer was told would happen, with its seq


def draw(
    lines: Sequence[Line],
    products: Sequence[str] = (),
    *,
    language: str = "en",
    learned: Learned = NOTHING_LEARNED,
    numbers: Numbers = USUAL,
) -> Card:
    """The card of a conversation; `products` are names of the tenant's to look for, `language` the customer's.

    `numbers` tells what the tenant's order numbers look like.

    What skills learned comes first, and what merely looks like it is left out.
    """
    known = [fact for fact, _ in learned.facts]
    values = {fact.value.lower() for fact in known}
    found = [fact for fact in _facts(lines, products, numbers) if not _told(fact, values)]
    facts = (*known, *found)
    wishes = _wishes(lines)
    asked = [wish for wish in wishes if _ASKS.search(wish)]
    wants = (asked or wishes or [_newest(lines)])[-1]
    tried = tuple((_shorten(_first_words(line.text), LONGEST_TRIED), line.seq) for line in _answers(lines))
    return Card(
        wants=wants,
        summary=" ".join([_summary(wishes, facts, len(tried)), *(f"Done: {done}." for done in learned.done)]),
        facts=facts,
        tried=tried[-MOST_TRIED:],
        passed_on=_passed_on(wants, [*_labelled(learned, found, language)], len(tried), language),
        promised=_promised(lines)[-MOST_TRIED:],
    )


def _told(fact: Fact, known: set[str]) -> bool:
    """Whether a skill learned the same, or the whole of it: "26 November" when it knows the hour of that day."""
    value = fact.value.lower()
    return value in known or (fact.name == "date" and any(value in one for one in known))


def facts_in(lines: Sequence[Line], numbers: Numbers = USUAL) -> list[Fact]:
    """What the customer's lines tell by themselves, each value once, where it was first said."""
    return list(_facts(lines, (), numbers))


def _facts(lines: Sequence[Line], products: Sequence[str], numbers: Numbers) -> Iterator[Fact]:
    """Each value once, where it was first said."""
    seen: set[tuple[str, str]] = set()
    for line in lines:
        if line.role != "customer":
            continue
        for _, name, value in sorted(_found_in(line.text, products, numbers)):
            if (name, value.lower()) not in seen:
                seen.add((name, value.lower()))
                yield Fact(name, words.FACTS[name]["en"], value, line.seq)


def _found_in(text: str, products: Sequence[str], numbers: Numbers) -> Iterator[tuple[int, str, str]]:
    taken: list[tuple[int, int]] = []
    for name, pattern in (*_SURE, ("order", numbers.pattern), *_PATTERNS):
        for match in pattern.finditer(text):
            begin, end = match.span(1)
            digits = sum(char.isdigit() for char in match.group(1))
            free = all(end <= first or begin >= last for first, last in taken)
            if free and digits >= _FEWEST_DIGITS.get(name, 0):
                taken.append((begin, end))
                value = match.group(1).strip()
                yield begin, name, numbers.canonical(value) if name == "order" else value
    for product in products:
        place = re.search(rf"(?<!\w){re.escape(product)}(?!\w)", text, re.IGNORECASE)
        if place is not None:
            yield place.start(), "product", product


def _wishes(lines: Sequence[Line]) -> list[str]:
    """What the customer asked for, oldest first, politeness and the bare call for a person left out."""
    wishes = []
    asks = False
    for line in lines:
        if line.role != "customer":
            asks = line.asks
            continue
        if (asks and not _ASKS.search(line.text)) or social.reply_to(line.text):
            continue
        text = " ".join(social.without_greeting(line.text).split())
        if not _only_asks_for_a_person(text):
            wishes.append(_telling(text))
    return wishes


def _only_asks_for_a_person(text: str) -> bool:
    return bool(_ABOUT_A_PERSON.search(text)) and len(text.split()) <= 10


def _telling(text: str) -> str:
    """`text`, or where it is long its sentences that ask for something."""
    if len(text) <= LONGEST_WANT:
        return text
    asking = [sentence for sentence in _SENTENCE.split(text) if _ASKS.search(sentence)]
    return _shorten(" ".join(asking) or text, LONGEST_WANT)


def _newest(lines: Sequence[Line]) -> str:
    texts = [line.text for line in lines if line.role == "customer"]
    return _shorten(" ".join(texts[-1].split()), LONGEST_WANT) if texts else ""


def _answers(lines: Sequence[Line]) -> list[Line]:
    """The assistant's lines that answer something: neither a greeting nor the customer's own words."""
    asked = in_task = False
    found = []
    for line in lines:
        if line.role == "customer":
            asked = in_task or not social.reply_to(line.text)
        else:
            in_task = line.asks
            if line.role == "assistant" and asked and not line.asks:
                found.append(line)
    return found


def _promised(lines: Sequence[Line]) -> tuple[tuple[str, int], ...]:
    """What the desk's side said would happen."""
    told = (line for line in lines if line.role != "customer")
    return tuple((_shorten(text, LONGEST_TRIED), line.seq) for line in told for text in promising.promises(line.text))


def _first_words(text: str) -> str:
    paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
    return " ".join(" ".join(paragraphs[:2]).split())


def _summary(wishes: Sequence[str], facts: Sequence[Fact], tried: int) -> str:
    """A few sentences in the customer's own words."""
    said = [f"“{_shorten(wish, LONGEST_WANT)}”" for wish in _distinct(wishes)[-MOST_WANTS_IN_SUMMARY:]]
    parts = [f"The customer wrote: {'; then '.join(said)}."] if said else ["The customer asked for a person."]
    if facts:
        parts.append("Given: " + ", ".join(f"{fact.label.lower()} {fact.value}" for fact in facts) + ".")
    if tried:
        parts.append(f"The assistant answered {'once' if tried == 1 else f'{tried} times'} before.")
    return " ".join(parts)


def _distinct(wishes: Sequence[str]) -> list[str]:
    return list({wish.lower().strip(" .!?"): wish for wish in wishes}.values())


def _labelled(learned: Learned, found: Sequence[Fact], language: str) -> Iterator[tuple[str, str]]:
    """What the customer reads of the facts, by label in their language."""
    yield from ((label, fact.value) for fact, label in learned.facts if label)
    yield from ((words.say(words.FACTS[fact.name], language), fact.value) for fact in found)


def _passed_on(wants: str, facts: Sequence[tuple[str, str]], tried: int, language: str) -> tuple[str, ...]:
    lines = [words.say(words.YOU_ASKED, language).format(wants=_shorten(wants, 120))] if wants else []
    lines += [f"{label}: {value}" for label, value in facts]
    if tried:
        lines.append(words.say(words.TOLD_SO_FAR, language))
    return tuple(lines)


def _shorten(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
