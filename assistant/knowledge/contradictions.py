"""Sentences of two articles that speak of the same and say another number, amount, time, date, or the opposite; pure.

Told by words alone once two sentences are near each other: which quantities each names, in which unit, whether it
denies, and whether each names something that the other article does not know, which makes it another subject.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

QUANTITY = re.compile(
    r"(?P<before>[€$£])?\s?(?P<number>\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?)"
    r"\.?\s?(?P<after>%|[€$£]|°|[^\W\d_]+\.?)?"
)
RATE = re.compile(
    r"(?:\b(?:an?|per|each|every|pro|je|par|por|al)\b|/)\s?(day|week|month|year|hour|tag|woche|monat|jahr|stunde|mois|an)\b"
)
WORD = re.compile(r"[^\W\d_]{2,}")
NUMBERS: Mapping[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "zehn": 10, "vierzehn": 14,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
}  # fmt: skip
UNITS: Mapping[str, str] = {
    "€": "money", "$": "money", "£": "money", "eur": "money", "euro": "money", "usd": "money", "dollar": "money",
    "gbp": "money", "pound": "money", "chf": "money", "cent": "cent", "%": "share", "percent": "share",
    "prozent": "share", "day": "day", "tag": "day", "tage": "day", "tagen": "day", "jour": "day", "día": "day",
    "business": "day", "working": "day", "werktage": "day", "werktagen": "day",
    "hour": "hour", "stunde": "hour", "stunden": "hour", "heure": "hour", "hora": "hour", "minute": "minute",
    "min": "minute", "minuten": "minute", "week": "week", "woche": "week", "wochen": "week", "semaine": "week",
    "semana": "week", "month": "month", "monat": "month", "monate": "month", "monaten": "month", "mois": "month",
    "year": "year", "jahr": "year", "jahre": "year", "jahren": "year", "ans": "year", "año": "year",
    "am": "clock", "pm": "clock", "a.m": "clock", "p.m": "clock", "uhr": "clock", "o'clock": "clock",
    "kg": "kg", "km": "km", "cm": "cm", "mm": "mm", "m": "m", "gb": "gb", "mb": "mb", "people": "people",
    "person": "people",
}  # fmt: skip
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember",
)  # fmt: skip
DENIES = re.compile(
    r"\b(not|never|cannot|can't|don't|doesn't|won't|isn't|aren't|nicht|kein\w*|nie|pas|jamais|aucune?|nunca|"
    r"não|non|niet|geen)\b",
    re.IGNORECASE,
)
EMPTY = frozenset(
    WORD.findall(
        """the an and or of to in on at for from with by up as is are be was will can may must you your we our us it its
        this that they them their there what when how do does did which who if then than also each every all any some
        only just within until till after before about per most least more less up get have has had make take takes last
        lasts costs cost off receive gets arrive arrives accept accepted accepts valid allowed order orders please
        der die das und oder ein eine einen ist sind sie wir ihr ihre von zu im am für mit auf bei bis nach
        les des une est sont vous nous los las una con por para"""
    )
)
NEAR = 0.52  # cosine of two sentences from which they may speak of the same, where their titles share a word
NEAR_MANY = 0.62  # where one of them names several numbers, which may each count something else
NEAR_ALONE = 0.7  # where they share none, and where one merely denies
STEM = 5  # letters by which words count as the same


@dataclass(frozen=True)
class Said:
    """A sentence, the title above it, and all that its article says."""

    sentence: str
    title: str
    article: str


def contradict(first: Said, second: Said, *, nearness: float) -> bool:
    """Whether two sentences cannot both be true; `nearness` is the cosine of what they mean."""
    if nearness < NEAR or (nearness < NEAR_ALONE and not _words(first.title) & _words(second.title)):
        return False
    ours, theirs = quantities(first.sentence), quantities(second.sentence)
    shared = ours.keys() & theirs.keys()
    if any(ours[unit] & theirs[unit] for unit in shared):
        return False
    if nearness < NEAR_MANY and max(sum(map(len, ours.values())), sum(map(len, theirs.values()))) > 1:
        return False
    denied = _denies(first.sentence) != _denies(second.sentence)
    if not shared and not (denied and nearness >= NEAR_ALONE and _same_words(first, second)):
        return False
    return not _other_subjects(first, second)


def quantities(sentence: str) -> dict[str, frozenset[float]]:
    """The numbers of a sentence by what they count."""
    text = _with_figures(sentence.lower())
    found: dict[str, set[float]] = {}
    waiting: list[float] = []  # numbers that share the unit of one after them, as in "2 to 4 days"
    rate = RATE.search(text)
    for match in QUANTITY.finditer(text):
        unit = _unit(match["before"] or match["after"] or "")
        number = _value(match["number"]) + (12 if (match["after"] or "").startswith("p") and unit == "clock" else 0)
        if unit is None:
            waiting.append(number)
            continue
        counted = f"{unit} {rate[1]}" if rate and unit == "money" else unit
        found.setdefault(counted, set()).update([number, *waiting])
        waiting = []
    return {unit: frozenset(numbers) for unit, numbers in found.items()}


def says_something_definite(sentence: str) -> bool:
    """Whether it is worth being held against others: it names a quantity, or denies something."""
    return bool(quantities(sentence)) or _denies(sentence)


def _denies(sentence: str) -> bool:
    return DENIES.search(sentence) is not None


def _with_figures(text: str) -> str:
    return WORD.sub(lambda match: str(NUMBERS.get(match[0], match[0])), text)


def _value(written: str) -> float:
    digits = re.sub(r"[., ](?=\d{3}(?:\D|$))", "", written)
    return float(digits.replace(",", "."))


def _unit(word: str) -> str | None:
    bare = word.rstrip(".")
    if bare in MONTHS:
        return f"date {bare[:3]}"
    return UNITS.get(bare) or UNITS.get(bare.removesuffix("s")) or UNITS.get(bare.removesuffix("n"))


def _words(text: str) -> set[str]:
    """Beginnings of the words that carry the subject."""
    known = UNITS.keys() | NUMBERS.keys()
    found = (word for word in WORD.findall(text.lower()) if word not in EMPTY and word.rstrip("s") not in known)
    return {word[:STEM] for word in found if not DENIES.fullmatch(word)}


def _same_words(first: Said, second: Said) -> bool:
    """Whether a denial is one of the same: the shorter sentence's words are in the other."""
    ours, theirs = _words(first.sentence), _words(second.sentence)
    shorter = min(ours, theirs, key=len)
    return bool(shorter) and len(ours & theirs) >= max(1, round(0.6 * len(shorter)))


def _other_subjects(first: Said, second: Said) -> bool:
    """Whether each names something that the other article does not know: in titles of one kind, or by a name."""
    ours, theirs = _words(f"{first.title} {first.sentence}"), _words(f"{second.title} {second.sentence}")
    if not ours & theirs:
        return True
    own, other = _named(first.sentence), _named(second.sentence)
    titles = _words(first.title), _words(second.title)
    if titles[0] & titles[1]:  # such as standard delivery and express delivery
        own, other = own | titles[0], other | titles[1]
    return bool(own - _words(f"{second.title} {second.article}")) and bool(
        other - _words(f"{first.title} {first.article}")
    )


def _named(sentence: str) -> set[str]:
    """Words that are names: those with a capital letter within the sentence."""
    return _words(" ".join(re.findall(r"(?<=[\w,;] )[A-ZÄÖÜ][\w-]+", sentence)))
