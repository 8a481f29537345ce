"""Finds sentences that promise or decide something, in seven languages; pure, nothing in other words."""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.skills import dates

LONGEST = 500  # letters of a sentence
END_OF_DAY = time(18)  # of a day that was named without a time

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_QUESTION = re.compile(r"\?\s*$")
_PROMISES = re.compile(
    r"(?i)\b(?:(?:i|we)(?:['’]ll| will| shall| am going to| are going to| promise)|"
    r"(?:you|someone|somebody|a colleague|a technician)(?:['’]ll| will) (?:get|have|hear|receive|call|write|contact)|"
    r"expect (?:a|our|my) (?:call|mail|e-mail|reply)|"
    r"(?:ich|wir) (?:werde|werden|melden?|schicken?|senden?|kümmer[en]|kümmere|rufen?|prüfen?|erstatten?)|"
    r"(?:melde|schicke|sende|kümmere|rufe|prüfe|erstatte) ich|(?:melden|schicken|senden|kümmern|rufen|prüfen) wir|"
    r"sie (?:bekommen|erhalten|hören von)|"
    r"je (?:vais|vous (?:rappelle|envoie|enverrai|tiens|rembourse|recontacte|confirme))|"
    r"nous (?:allons|vous (?:rappel|env|tiend|rembours|recontact|confirm)\w*)|vous (?:recevrez|aurez)|"
    r"(?:(?:le|la|te|les|os|se lo) )?(?:enviar|llamar|devolver|avisar|informar|contactar|reembolsar|escribir)"
    r"(?:é|emos)|(?:voy|vamos) a (?!ver)\w+|(?:recibirá|tendrá)|"
    r"(?:(?:le|la|ti|vi) )?(?:invi|chiam|rimbors|contatt|scriv|sped|richiam)(?:er|ir)(?:ò|emo)|"
    r"(?:le|vi|ti) far(?:ò|emo) sapere|(?:riceverà|avrà)|ci occuperemo|mi occuperò|"
    r"(?:vou|vamos) (?!ver)\w+|(?:enviar|ligar|devolver|avisar|contactar|reembolsar|escrever)(?:ei|emos)|"
    r"entrar(?:ei|emos) em contac?to|receberá|"
    r"(?:ik|wij|we) (?:zal|zullen|stuur|sturen|bel|bellen|ga|gaan|regel|regelen|betaal|betalen|neem|nemen)|"
    r"(?:stuur|bel|regel|betaal|neem) ik|(?:sturen|bellen|regelen|betalen|nemen) (?:wij|we)|"
    r"(?:u|je) (?:krijgt|ontvangt|hoort))(?!\w)"
)
_NO_PROMISE = re.compile(
    r"(?i)\b(?:(?:i|we)(?:['’]ll| will)? (?:need|be (?:happy|glad)|have to ask|see)|(?:i|we)(?:['’]ll| will) not|"
    r"(?:ich|wir) werden? (?:gern|nicht)|ik zal (?:graag|niet))\b"
)
_DECIDES = re.compile(
    r"(?i)\b(?:refund\w*|reimburs\w*|credit(?:ed|ing)?|waiv\w*|approv\w*|agree[ds]?|accept\w*|extend\w*|exception|"
    r"free of charge|for free|discount\w*|you (?:can|may) keep|(?:do not|don['’]t) (?:have|need) to|replac\w+|"
    r"cancel(?:l)?ed|granted?|we (?:cannot|can['’]t|will not|won['’]t)|instead of|gutschrift|gutgeschrieben|"
    r"erstatt\w*|erlass\w*|genehmig\w*|verlänger\w*|kostenlos\w*|ausnahme|rabatt|ersetz\w*|storniert|behalten|"
    r"müssen (?:\w+ )?nicht|rembours\w*|accord\w*|offer\w+ vous|prolong\w*|gratuit\w*|remise|remplac\w*|annulé\w*|"
    r"garder|reembols\w*|devolv\w*|aprob\w*|acept\w*|ampli\w*|gratis|descuento|reemplaz\w*|cancelad[oa]|quedarse|"
    r"rimbors\w*|approv\w*|accett\w*|prolung\w*|gratuit\w*|sconto|sostitui\w*|annullat[oa]|tenere|"
    r"aprov\w*|aceit\w*|prolong\w*|grátis|desconto|substitu\w*|ficar com|terugbeta\w*|vergoed\w*|goedgekeurd|"
    r"verleng\w*|kosteloos|korting|vervang\w*|geannuleerd|houden|hoeft? (?:\w+ )?niet)(?!\w)"
)
_WITHIN = re.compile(
    r"(?i)\b(?:within|in|innerhalb(?: von)?|binnen|dans(?: les)?|d['’]ici|sous|dentro de|en|entro|fra|em|over)\s+"
    r"(?:the next |the |den nächsten |les |las |los |le |as |os |de )?"
    r"(?P<count>\d{1,3}|an?|one|two|three|eine[rmn]?|zwei|drei|une?|deux|trois|un[ao]?|dos|tres|due|tre|dois|duas|três|"
    r"een|twee|drie)\s+(?P<unit>minut\w*|hours?|stunden?|heures?|horas?|or[ae]|uur|days?|tage?n?|jours?|d[ií]as?|"
    r"giorn[io]|dag(?:en)?|weeks?|wochen?|semaines?|semanas?|settiman[ae]|we(?:ek|ken))\b"
)
_COUNTS = {"two": 2, "zwei": 2, "deux": 2, "dos": 2, "due": 2, "dois": 2, "duas": 2, "twee": 2}
_COUNTS |= {"three": 3, "drei": 3, "trois": 3, "tres": 3, "tre": 3, "três": 3, "drie": 3}
_UNITS = (
    (("min",), timedelta(minutes=1)),
    (("hour", "stunde", "heure", "hora", "or", "uur"), timedelta(hours=1)),
    (("day", "tag", "jour", "dia", "día", "giorn", "dag"), timedelta(days=1)),
    (("week", "woche", "semain", "seman", "settiman", "wek"), timedelta(weeks=1)),
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, without Markdown's stars."""
    plain = (" ".join(part.replace("**", "").split()) for part in _SENTENCE.split(text))
    return [part[:LONGEST] for part in plain if part]


def promises(text: str) -> Iterator[str]:
    """The sentences that say what somebody will do; a question is none."""
    for sentence in sentences(text):
        if _PROMISES.search(sentence) and not _QUESTION.search(sentence) and not _NO_PROMISE.search(sentence):
            yield sentence


def decisions(text: str) -> Iterator[str]:
    """The sentences that grant, refuse or settle something; a question is none."""
    for sentence in sentences(text):
        if _DECIDES.search(sentence) and not _QUESTION.search(sentence):
            yield sentence


def due(text: str, *, said_at: datetime, zone: ZoneInfo, language: str) -> datetime | None:
    """By when a promise is due, as its words say; None where they name no time."""
    within = _WITHIN.search(text)
    if within is not None:
        return said_at + _length(within)
    days = dates.days(text, now=said_at, zone=zone, language=language)
    at = dates.time_of_day(text, now=said_at, zone=zone, language=language)
    if days is None and at is None:
        return None
    local = said_at.astimezone(zone)
    day = local.date() if days is None else dates.first_and_last(days.value)[1]
    clock = END_OF_DAY if at is None else _latest(at.value)
    found = datetime.combine(day, clock, tzinfo=zone)
    return found if found > said_at else None


def _length(within: re.Match[str]) -> timedelta:
    word, unit = within["count"].lower(), within["unit"].lower()
    count = int(word) if word.isdigit() else _COUNTS.get(word, 1)
    return count * next((length for begins, length in _UNITS if unit.startswith(begins)), timedelta(days=1))


def _latest(value: str) -> time:
    minutes = min(dates.minutes(value)[1], 23 * 60 + 59)
    return time(minutes // 60, minutes % 60)
