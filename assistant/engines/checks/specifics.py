"""Whatever a sentence names exactly must have been named before: numbers, links, addresses, codes, names."""

import re
import unicodedata

from assistant.engines.checks import quantities
from assistant.engines.checks.grounds import Grounds
from assistant.engines.material import letters

LONGEST_WORD = 34  # letters; longer ones are no words in any language of the widget
FEWEST_CODE = 4
LONG_NUMBER = 5  # digits: of an order or a customer, not of days or shares

_LINK = re.compile(
    r"[a-z][a-z0-9+.-]*://[^\s)>\]]+|www\.[^\s)>\]]+|\]\(\s*([^\s)]+)|"
    r"(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,18}(?:/[^\s)>\]]*)?(?![\w@])",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.\w+")
_PHONE = re.compile(r"\+?\d[\d ()/.-]{6,}\d")
_CODE = re.compile(r"(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]+")
_UNIT = re.compile(
    r"\d+(?:st|nd|rd|th|h|hr|hrs|min|kg|km|cm|mm|gb|mb|x|e|er|ème|am|pm|uhr|kb|w|kw|v|ah|wh)", re.IGNORECASE
)
_MIXED = re.compile(r"[A-Za-z0-9+/=_-]{16,}")
_HUMPS = re.compile(r"[a-z0-9][A-Z]")
_SPACED = re.compile(r"(?:(?<!\w)\w[\s.\-_*|/,]+){4,}\w(?!\w)")
_SNAKE = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
_CAPITAL = re.compile(r"(?<=[^\s.!?:;\"“”„«»(*_#>–—-])\s+([A-ZÀ-Þ][\w'’-]{2,})")
_SHOUTED = re.compile(r"\b[A-Z]{5,}\b")
_OFTEN = frozenset({"faq", "pdf", "sms", "app", "usb", "iban", "vat", "mwst", "cet", "cest", "gmt", "utc"})
NOUNS_ARE_CAPITAL = {"de"}
_JOINERS = "\u200d\ufe0f"
_HIDDEN = {"Cf", "Co", "Cn", "Cc"}


def hidden(text: str) -> bool:
    """Whether `text` has signs that nobody sees."""
    return any(unicodedata.category(sign) in _HIDDEN and sign not in f"{_JOINERS}\n\t\u00ad" for sign in text)


def mixed_scripts(text: str) -> bool:
    """Whether a word mixes the letters of several scripts, as look-alikes do."""
    return any(len({_script(sign) for sign in word if sign.isalpha()}) > 1 for word in re.findall(r"\w+", text))


def unnamed(sentence: str, grounds: Grounds, *, language: str, firmly: bool) -> str | None:
    """The kind of thing that `sentence` names and that nobody named before, or None.

    With `firmly` its numbers must stand in the company's own words; only such as those of orders may be the customer's.
    """
    if _unnamed_link(sentence, grounds):
        return "link"
    if any(one.casefold() not in grounds.everything.casefold() for one in _MAIL.findall(sentence)):
        return "address"
    if any(letters(one) not in grounds.letters for one in _codes(sentence)):
        return "code"
    if _unnamed_number(sentence, grounds, language=language, firmly=firmly):
        return "number"
    if _unnamed_name(sentence, grounds, language=language):
        return "name"
    return None


def _unnamed_link(sentence: str, grounds: Grounds) -> bool:
    known = grounds.knowledge.casefold()
    without_mail = _MAIL.sub(" ", sentence)
    return any(found.group(0).strip("](.,!?;: ").casefold() not in known for found in _LINK.finditer(without_mail))


def _codes(sentence: str) -> list[str]:
    """Codes, long tokens, words spelled out, names of fields: all that is no word and no number."""
    found = [one for one in _CODE.findall(sentence) if len(one) >= FEWEST_CODE and not _UNIT.fullmatch(one)]
    found += [one for one in _MIXED.findall(sentence) if len(_HUMPS.findall(one)) > 1]
    found += [one for one in re.findall(r"\w+", sentence) if len(one) > LONGEST_WORD]
    found += [one.group(0) for one in _SPACED.finditer(sentence)]
    found += [one for one in _SHOUTED.findall(sentence) if one.casefold() not in _OFTEN]
    return found + _SNAKE.findall(sentence)


def _unnamed_number(sentence: str, grounds: Grounds, *, language: str, firmly: bool) -> bool:
    theirs = frozenset() if quantities.is_amount(sentence) else grounds.all_values
    known = grounds.known_values | {value for value in theirs if not firmly or len(value) >= LONG_NUMBER}
    phones = [letters(one) for one in _PHONE.findall(sentence)]
    rest = _PHONE.sub(lambda one: " " if letters(one.group(0)) in grounds.letters else one.group(0), sentence)
    if any(phone not in grounds.letters and len(phone) > 10 for phone in phones):
        return True
    return any(value not in known for value in [*quantities.stated(rest), *quantities.in_words(rest, language)])


def _unnamed_name(sentence: str, grounds: Grounds, *, language: str) -> bool:
    if language in NOUNS_ARE_CAPITAL:
        return False
    for word in _CAPITAL.findall(sentence):
        pieces = [piece for piece in re.findall(r"[^\W_]+", word.casefold()) if len(piece) > 2]
        if any(piece not in grounds.words and piece not in _OFTEN for piece in pieces):
            return True
    return False


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0].removesuffix("-")
