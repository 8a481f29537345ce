"""What a person wrote anew in a mail: without the quoted history, the signature, and "sent from my phone".

Line by line, in time that grows with the length alone. Where it is not sure it leaves words in: those that are
cut off here, the customer wrote in vain. Written for this product since the parsers on offer cut whole lists and
everything after a "Thanks," away, and one took minutes for a hostile line.
"""

import re
from collections.abc import Sequence

WROTE = re.compile(
    r"^(?:on|am|le|el|em|il|il giorno|op)\b.{6,240}"
    r"(?:wrote|a écrit|avez écrit|escribió|escreveu|ha scritto|(?:schrieb|schreef)(?: [^:]{0,120})?)\s?:$",
    re.IGNORECASE,
)
WHO = re.compile(r"<[^<>\s]{3,100}@")
SURE = re.compile(r"\d{1,2}[:.h]\d{2}|\b(?:19|20)\d{2}\b|@")
DIVIDER = re.compile(
    r"^\s*[-_*]{2,}\s?(?:original message|forwarded message|ursprüngliche nachricht|originalnachricht|"
    r"weitergeleitete nachricht|message d'origine|message original|message transféré|mensaje original|"
    r"mensaje reenviado|"
    r"mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|"
    r"oorspronkelijk bericht|origineel bericht|doorgestuurd bericht)\s?[-_*]{2,}\s*$",
    re.IGNORECASE,
)
FROM = re.compile(r"^\W{0,4}(?:from|von|de|da|van)\s?:", re.IGNORECASE)
SUBJECT = re.compile(r"^\W{0,4}(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp)\s?:", re.IGNORECASE)
SENT = re.compile(
    r"^\W{0,4}(?:sent|date|gesendet|datum|envoyé|enviado(?: el)?|enviada(?: em)?|fecha|data|inviato|verzonden)\s?:",
    re.IGNORECASE,
)
RULE = re.compile(r"^\s*_{5,}\s*$")
FROM_PHONE = re.compile(
    r"^(?:(?:sent (?:from|with|via)|gesendet (?:von|mit|über)|envoyé (?:de|depuis|avec|à partir de)|"
    r"enviado (?:desde|do|da|a partir do|com)|inviato (?:da|dal|con)|verzonden (?:vanaf|met|vanuit|via)) (?:the )?"
    r"(?:my|mein|mon|mi|meu|minha|mio|mia|mijn|iphone|ipad|android|samsung|galaxy|outlook|mail|yahoo|gmail|proton|spark)\b"
    r".{0,60}|von mein(?:em|er) .{1,40}gesendet|get outlook for .{1,40}|outlook für .{1,40})$",
    re.IGNORECASE,
)
LONGEST_SIGNATURE = 12  # lines
LONGEST_LINE = 500  # letters that are looked at


def new_words(text: str) -> str:
    """The text without what it quotes and how it is signed; the text itself when nothing would be left."""
    lines = text.split("\n")
    history = _history(lines)
    kept = _without_phone(_without_signature(_without_quotes(lines[:history])))
    return "\n".join(kept).strip() or text.strip()


def _history(lines: Sequence[str]) -> int:
    """The first line of an unquoted history, as Outlook writes it below; the number of lines when there is none."""
    for number, line in enumerate(lines):
        if DIVIDER.match(line[:LONGEST_LINE]) or _is_outlook_head(lines, number):
            return number
        attribution = _attribution(lines, number)
        if attribution and _certain(lines[number : number + attribution]) and not _quoted_below(lines, number):
            return number
    return len(lines)


def _is_outlook_head(lines: Sequence[str], number: int) -> bool:
    """Whether a block of From, Sent, To and Subject begins here, with or without a rule above."""
    start = number + 1 if RULE.match(lines[number]) else number
    while start < len(lines) and start < number + 4 and start > number and not lines[start].strip():
        start += 1
    if start >= len(lines) or not FROM.match(lines[start]):
        return False
    beside = lines[start + 1 : start + 7]
    return any(map(SENT.match, beside)) and any(map(SUBJECT.match, beside))


def _attribution(lines: Sequence[str], number: int) -> int:
    """How many lines "On … somebody wrote:" takes from here, 0 when it is not that."""
    for length in (1, 2, 3):
        told = " ".join(line.strip() for line in lines[number : number + length])[:LONGEST_LINE]
        if WROTE.match(told) or (told.endswith(":") and WHO.search(told) and _certain([told])):
            return length
        if not told or told.startswith(">"):
            return 0
    return 0


def _certain(told: Sequence[str]) -> bool:
    """Whether the attribution names an hour, a year or an address, as no sentence of a customer does by chance."""
    return len(SURE.findall(" ".join(told)[:LONGEST_LINE])) >= 2


def _quoted_below(lines: Sequence[str], number: int) -> bool:
    return any(line.startswith(">") for line in lines[number + 1 : number + 8])


def _without_quotes(lines: Sequence[str]) -> list[str]:
    """Without the one block quoted at the start or the end; a mail answered between the quotes stays as it is."""
    spans = _quoted_spans(lines)
    if len(spans) > 2 or not all(_at_an_end(lines, span) for span in spans):
        return list(lines)
    dropped = {number for start, end in spans for number in range(start, end)}
    return [line for number, line in enumerate(lines) if number not in dropped]


def _at_an_end(lines: Sequence[str], span: tuple[int, int]) -> bool:
    """Whether the customer's words are all above the quote, or all below."""
    start, end = span
    return not _any_words(lines[:start]) or not _any_words(_without_phone(_without_signature(lines[end:])))


def _quoted_spans(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of lines with `>`, each with its attribution above, as (first, one after the last)."""
    spans: list[tuple[int, int]] = []
    number = 0
    while number < len(lines):
        if not lines[number].startswith(">"):
            number += 1
            continue
        end = number
        while end < len(lines) and (lines[end].startswith(">") or _blank_inside(lines, end)):
            end += 1
        spans.append((_start_of_attribution(lines, number), end))
        number = end
    return spans


def _blank_inside(lines: Sequence[str], number: int) -> bool:
    return not lines[number].strip() and number + 1 < len(lines) and lines[number + 1].startswith(">")


def _start_of_attribution(lines: Sequence[str], quote: int) -> int:
    """Where "On … wrote:" above the quote begins; the quote itself when nothing of that kind stands there."""
    last = quote - 1
    while last >= max(0, quote - 3) and not lines[last].strip():
        last -= 1
    for first in range(last, max(-1, last - 3), -1):
        if first >= 0 and _attribution(lines, first) == last - first + 1:
            return first
    return quote


def _without_signature(lines: Sequence[str]) -> list[str]:
    for number, line in enumerate(lines):
        if line.rstrip("\xa0 ") == "--" and len(lines) - number <= LONGEST_SIGNATURE + 1:
            return list(lines[:number])
    return list(lines)


def _without_phone(lines: Sequence[str]) -> list[str]:
    last = len(lines)
    while last and (not lines[last - 1].strip() or FROM_PHONE.match(lines[last - 1].strip()[:LONGEST_LINE])):
        last -= 1
    return list(lines[:last])


def _any_words(lines: Sequence[str]) -> bool:
    return any(line.strip() for line in lines)
