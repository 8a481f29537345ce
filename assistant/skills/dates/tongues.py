"""How customers name days and times in each language: fragments of patterns, in lower case and without accents."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.skills.dates.plain import plain
from assistant.skills.saying import locale_of


@dataclass(frozen=True)
class Tongue:
    """One language's words; each a pattern without groups. `numbers` are one to twelve."""

    today: str
    tomorrow: str
    over: str  # the day after tomorrow
    greeting: str  # looks like a day or a part of one and is none
    days: str
    weeks: str
    months: str
    weekend: str
    ahead: str  # "in", before a count
    next: str
    this: str
    ordinal: str  # after the number of a day
    of: str  # between a day and its month
    the: str  # before the number of a day that stands alone
    at: str
    after: str
    before: str
    between: str
    till: str
    hour: str  # after the number of an hour
    half: str  # "half past", "halb", "y media"
    morning: str
    afternoon: str
    evening: str
    noon: str
    no: str
    instead: str  # what follows is what they do not want
    rather: str  # what follows is what they want now
    numbers: tuple[str, ...]
    half_leads: int | None = None  # what the half adds to the hour where it stands before it: "halb drei" is -1
    weekdays: Mapping[str, int] = field(default_factory=dict)  # short forms; Monday is 0


@dataclass(frozen=True)
class Names:
    """Months and weekdays of a language: pattern of all, and which one a name is."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]  # Monday is 0

    @property
    def month(self) -> str:
        """A pattern of any month."""
        return _any(self.months)

    @property
    def weekday(self) -> str:
        """A pattern of any weekday."""
        return _any(self.weekdays)


EN = Tongue(
    today="today|tonight|this (?:morning|afternoon|evening)",
    tomorrow="tomorrow|tmrw|tmr|tomorow|tommorow|tommorrow",
    over="(?:the )?day after (?:tomorrow|tommorow|tommorrow)",
    greeting="good (?:morning|afternoon|evening)",
    days="days?",
    weeks="weeks?|wks?",
    months="months?",
    weekend="weekend",
    ahead="in|within",
    next="next|following|coming",
    this="this",
    ordinal="st|nd|rd|th",
    of="of",
    the="(?:on )?the",
    at="at|@|around|about",
    after="after|from|not before|later than|any ?time after",
    before="before|until|till|by|not after|earlier than",
    between="between|from",
    till="and|to|till|until|-",
    hour="o'?clock",
    half="half(?: past)?",
    half_leads=0,
    morning="mornings?|forenoon",
    afternoon="afternoons?",
    evening="evenings?|tonight|after work",
    noon="noon|midday|lunch ?time",
    no="not|no|can't do|cannot do|isn't|don't want|n't",
    instead="instead of|rather than|from",
    rather="rather|instead|sorry|i mean|i meant|actually|wait|to",
    numbers=("one|an?", "two|a couple of", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
             "twelve"),
    weekdays={
        "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
    },
)  # fmt: skip
DE = Tongue(
    today="heute",
    tomorrow="(?<!am )(?<!der )morgen",
    over="ubermorgen",
    greeting="guten (?:morgen|tag|abend)|schonen (?:tag|abend)",
    days="tag(?:e|en)?",
    weeks="wochen?",
    months="monat(?:e|en)?",
    weekend="wochenende",
    ahead="in",
    next="nachste[nrsm]?|kommende[nrsm]?",
    this="diese[nrsm]?",
    ordinal=r"\.|te[nrs]?",
    of="",
    the="(?:am|den|der|zum|vom)",
    at="um|gegen|so um|ab",
    after="nach|ab|nicht vor|spater als",
    before="vor|bis|nicht nach|fruher als",
    between="zwischen|von",
    till="und|bis|-",
    hour="uhr|h",
    half="halb",
    morning="morgens|am morgen|in der fruh|(?<=morgen )fruh|vormittags?",
    afternoon="nachmittags?",
    evening="abends?|nach feierabend",
    noon="mittags?",
    no="nicht(?: am| an| den)?|kein(?:e|en|er)?",
    instead="statt|anstatt|anstelle(?: von)?|vom",
    rather="sondern|lieber|doch|stattdessen|ich meine|ich meinte|auf",
    numbers=("eins|ein(?:e|em|er|en)?", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn",
             "elf", "zwolf"),
    half_leads=-1,
    weekdays={"sonnabend": 5},
)  # fmt: skip
FR = Tongue(
    today="aujourd'?hui|ce (?:matin|soir)|cet apres-midi",
    tomorrow="demain",
    over="apres[- ]demain",
    greeting="bon(?:jour|soir)|bonne (?:journee|soiree)",
    days="jours?",
    weeks="semaines?",
    months="mois",
    weekend="week-?end|fin de semaine",
    ahead="dans|d'ici",
    next="prochaine?|suivante?|qui vient",
    this="ce|cette|cet",
    ordinal="er|e|eme",
    of="",
    the="(?:le|au|du)",
    at="a|vers",
    after="apres|a partir de|pas avant|des",
    before="avant|jusqu'a|pas apres",
    between="entre|de",
    till="et|a|-",
    hour="h|heures?",
    half="et demie",
    morning="matin|matinee",
    afternoon="apres[- ]midi",
    evening="soir|soiree",
    noon="midi",
    no="pas(?: le)?|sauf",
    instead="au lieu d[eu]|plutot que|du",
    rather="plutot|mais|je veux dire|pardon|desole|au",
    numbers=("une?", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
)
ES = Tongue(
    today="hoy|esta (?:manana|tarde|noche)",
    tomorrow="(?<!la )(?<!esta )(?<!pasado )manana",
    over="pasado manana",
    greeting="buen(?:os|as) (?:dias|tardes|noches)",
    days="dias?",
    weeks="semanas?",
    months="mes(?:es)?",
    weekend="fin de semana|finde",
    ahead="en|dentro de",
    next="proxim[oa]|que viene|siguiente",
    this="este|esta",
    ordinal="o|º",
    of="de|del",
    the="(?:el(?: dia)?|al|del)",
    at="a las?|sobre las?",
    after="despues de(?: las?)?|a partir de(?: las?)?|desde(?: las?)?|pasadas las",
    before="antes de(?: las?)?|hasta(?: las?)?",
    between="entre(?: las?)?|de(?: las?)?|desde(?: las?)?",
    till="y(?: las?)?|a(?: las?)?|hasta(?: las?)?|-",
    hour="h|horas?",
    half="y media",
    morning="(?:por|de) la manana|mananas|(?<=manana )temprano",
    afternoon="(?:por|de) la tarde|(?<!mas )tardes?",
    evening="(?:por|de) la noche",
    noon="(?:al? )?mediodia",
    no="no(?: el)?|excepto|menos el",
    instead="en (?:vez|lugar) de(?:l)?|del",
    rather="sino|mejor|perdon|quiero decir|quise decir|al",
    numbers=("una?|un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
)
IT = Tongue(
    today="oggi|stamattina|stasera",
    tomorrow="domani",
    over="dopodomani|dopo domani",
    greeting="buon ?giorno|buona ?sera|buon pomeriggio",
    days="giorn[oi]",
    weeks="settiman[ae]",
    months="mes[ei]",
    weekend="week-?end|fine settimana",
    ahead="tra|fra|in",
    next="prossim[oa]|che viene|seguente",
    this="quest[oa]",
    ordinal="º|°",
    of="",
    the="(?:il(?: giorno)?|al|del|per il)",
    at="alle|all'|verso le",
    after="dopo(?: le)?|dalle|a partire dalle|non prima delle",
    before="prima delle|entro le|fino alle",
    between="tra(?: le)?|fra(?: le)?|dalle",
    till="e(?: le)?|alle|-",
    hour="ore",
    half="e mezz[ao]",
    morning="mattin[ao]|mattinata|stamattina",
    afternoon="pomeriggio",
    evening="sera|stasera|serata",
    noon="mezzogiorno",
    no="non(?: il)?|tranne(?: il)?",
    instead="invece (?:di|del)|al posto (?:di|del)|piuttosto che|dal|da",
    rather="ma|piuttosto|anzi|scusi|scusa|volevo dire|intendo|al|a",
    numbers=(
        "un[ao']?",
        "due",
        "tre",
        "quattro",
        "cinque",
        "sei",
        "sette",
        "otto",
        "nove",
        "dieci",
        "undici",
        "dodici",
    ),
)
PT = Tongue(
    today="hoje|esta (?:manha|tarde|noite)",
    tomorrow="amanha",
    over="depois de amanha",
    greeting="bom dia|boa (?:tarde|noite)",
    days="dias?",
    weeks="semanas?",
    months="mes(?:es)?",
    weekend="fim[- ]de[- ]semana",
    ahead="em|dentro de|daqui a",
    next="proxim[oa]|que vem|seguinte",
    this="este|esta|neste|nesta",
    ordinal="º|o",
    of="de",
    the="(?:(?:no |o |ao |do )?dia)",
    at="as|a|pelas|por volta das",
    after="depois d[ae]s?|apos as?|a partir das?|desde as?",
    before="antes d[ae]s?|ate as?",
    between="entre as?|das?",
    till="e as?|e|as|ate as?|-",
    hour="h|horas?",
    half="e meia",
    morning="de manha|(?:pela|da|a) manha|manhas",
    afternoon="(?:a|da|pela|de) tarde",
    evening="(?:a|da|pela|de) noite",
    noon="meio[- ]dia",
    no="nao(?: na| no)?|exceto|menos",
    instead="em vez d[eao]|ao inves de|da",
    rather="mas|sim|antes na|quero dizer|desculpe|alias|para",
    numbers=("uma?|um", "dois|duas", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze"),
    weekdays={"segunda": 0, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4},
)
NL = Tongue(
    today="vandaag|vanmorgen|vanmiddag|vanavond",
    tomorrow="(?<!de )morgen",
    over="overmorgen",
    greeting="goede ?(?:morgen|middag|avond|dag)",
    days="dag(?:en)?",
    weeks="we(?:ek|ken)",
    months="maand(?:en)?",
    weekend="weekend",
    ahead="over|binnen",
    next="volgende?|komende?|aanstaande",
    this="deze|dit",
    ordinal="e|ste|de",
    of="",
    the="(?:op )?de|op",
    at="om|rond|tegen",
    after="na|vanaf|niet voor|later dan",
    before="voor|tot|niet na|eerder dan",
    between="tussen|van",
    till="en|tot|-",
    hour="uur|u",
    half="half",
    morning="'?s ?morgens|in de morgen|ochtend|'?s ?ochtends|voormiddag|vanmorgen",
    afternoon="middag|'?s ?middags|namiddag|vanmiddag",
    evening="avond|'?s ?avonds|vanavond",
    noon="twaalf uur 's middags",
    no="niet(?: op)?|geen",
    instead="in plaats van|van",
    rather="maar|liever|sorry|ik bedoel|toch|naar",
    numbers=("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    half_leads=-1,
)

TONGUES: Mapping[str, Tongue] = {"en": EN, "de": DE, "fr": FR, "es": ES, "it": IT, "pt": PT, "nl": NL}


@lru_cache
def names(language: str) -> Names:
    """Months and weekdays as Unicode's CLDR has them, through babel, also cut short."""
    locale = locale_of(language)
    months = {
        plain(name).rstrip("."): number
        for width in ("abbreviated", "wide")
        for context in ("format", "stand-alone")
        for number, name in locale.months[context][width].items()
    }
    weekdays = {plain(locale.days["format"]["wide"][number]): number for number in range(7)}
    return Names({"sep": 9} | months, weekdays | dict(TONGUES[locale.language].weekdays))


def greeting() -> str:
    """A pattern of greetings of every language: they name a time of day and mean none."""
    return "|".join(tongue.greeting for tongue in TONGUES.values())


def _any(written: Mapping[str, int]) -> str:
    return "|".join(re.escape(one) for one in sorted(written, key=len, reverse=True))
