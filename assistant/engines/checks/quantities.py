"""Numbers in any dress: 1,000 and 1.000, 6 pm and 18:00, May and 05, thirty and 30."""

import re

_NUMBER = re.compile(r"\d+(?:[.,'\u2019\u00a0 ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?")
_CLOCK = re.compile(r"\b(\d{1,2})[:.h](\d{2})\b")
_AFTERNOON = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*p\.?\s?m\b", re.IGNORECASE)
_DATE = re.compile(r"\b(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})?")
_LIST_MARK = re.compile(r"(?m)^\s*\d{1,2}[.)]\s")
_WORD = re.compile(r"[^\W\d_]+")
_FOLLOWS_NUMBER = (
    r"\s?(?:%|€|\$|£|eur\b|usd\b|gbp\b|chf\b|euros?\b|dollars?\b|pounds?\b|francs?\b|percent\b|per cent\b|prozent\b|"
    r"pour ?cent\b|por ciento\b|por cento\b|per cento\b|procent\b)"
)
_AMOUNT = re.compile(rf"\d{_FOLLOWS_NUMBER}|[€$£]\s?\d|\b(?:eur|usd|gbp|chf)\s?\d", re.IGNORECASE)

# Number words from three on, as each language writes them; those that are other words too are left out.
_WORDS: dict[str, str] = {
    "en": "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty",
    "de": "drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn "
    "neunzehn zwanzig",
    "fr": "trois quatre cinq six sept huit _ dix onze douze treize quatorze quinze seize _ _ _ vingt",
    "es": "tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho "
    "diecinueve veinte",
    "it": "tre quattro cinque _ sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette "
    "diciotto diciannove venti",
    "pt": "três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito "
    "dezenove vinte",
    "nl": "drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien "
    "negentien twintig",
}
_TENS: dict[str, str] = {
    "en": "thirty forty fifty sixty seventy eighty ninety hundred",
    "de": "dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
    "fr": "trente quarante cinquante soixante _ _ _ cent",
    "es": "treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
    "it": "trenta quaranta cinquanta sessanta settanta ottanta novanta cento",
    "pt": "trinta quarenta cinquenta sessenta setenta oitenta noventa cem",
    "nl": "dertig veertig vijftig zestig zeventig tachtig negentig honderd",
}
_MONTHS = (
    "january januar janvier enero gennaio janeiro januari",
    "february februar février febrero febbraio fevereiro februari",
    "march märz mars marzo março maart",
    "april avril abril aprile",
    "may mai mayo maggio maio mei",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august août agosto augustus",
    "september septembre septiembre settembre setembro",
    "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "december dezember décembre diciembre dicembre dezembro",
)


def _values() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for language, words in _WORDS.items():
        small = {word: str(value) for value, word in enumerate(words.split(), 3)}
        large = {word: str(value) for value, word in zip(range(30, 101, 10), _TENS[language].split(), strict=True)}
        found[language] = {word: value for word, value in (small | large).items() if word != "_"}
    return found


WORD_VALUES = _values()
ALL_WORD_VALUES = {word: value for words in WORD_VALUES.values() for word, value in words.items()}
MONTH_VALUES = {name: str(number) for number, names in enumerate(_MONTHS, 1) for name in names.split()}


def offered(text: str) -> frozenset[str]:
    """The values that `text` holds, in every form in which they may be said again."""
    values = set(stated(text))
    for hour, minutes in _AFTERNOON.findall(text):
        if int(hour) < 12:
            values |= {str(int(hour) + 12), minutes.lstrip("0") or "0"}
    for hour, _ in _CLOCK.findall(text):
        if 12 < int(hour) < 24:
            values.add(str(int(hour) - 12))
    words = [word.casefold() for word in _WORD.findall(text)]
    values |= {ALL_WORD_VALUES[word] for word in words if word in ALL_WORD_VALUES}
    values |= {MONTH_VALUES[word] for word in words if word in MONTH_VALUES}
    return frozenset(values)


def stated(text: str) -> list[str]:
    """The values that `text` states in digits; a clock's and a date's parts each for themselves."""
    text = _LIST_MARK.sub(" ", text)
    values: list[str] = []

    def taken(parts: tuple[str, ...]) -> str:
        values.extend(part.lstrip("0") or "0" for part in parts if part)
        return " "

    rest = _DATE.sub(lambda found: taken((found[1], found[3], found[4] or "")), text)
    rest = _CLOCK.sub(lambda found: taken((found[1], found[2].replace("00", ""))), rest)
    return values + [_canonical(number) for number in _NUMBER.findall(rest)]


def in_words(text: str, language: str) -> list[str]:
    """The values that `text` states in words of its language."""
    known = WORD_VALUES.get(language, {})
    return [known[word] for word in (found.casefold() for found in _WORD.findall(text)) if word in known]


def is_amount(text: str) -> bool:
    """Whether `text` names an amount of money, or a share."""
    return _AMOUNT.search(text) is not None


def _canonical(number: str) -> str:
    """The digits alone: 1,000 is 1.000, and 19.90 is 19,90; a decimal part of nothing goes."""
    whole = re.sub(r"[.,]0{1,2}$", "", number)
    return re.sub(r"\D", "", whole).lstrip("0") or "0"
