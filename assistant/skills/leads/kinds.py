"""How a lead's wish, number and date are found in the words with which somebody opens the conversation."""

import re
from collections.abc import Mapping, Sequence

from assistant.skills.contract import Slot
from assistant.skills.slots.figures import WHOLE
from assistant.skills.slots.kinds import Around, Found, Kind
from assistant.skills.slots.moments import DAYS

LONGEST = 400
FEWEST_WORDS = 4  # of words that tell what somebody needs

_OPENS = re.compile(
    r"(?i)\b(?:needs?|sell|supply|order|buy|purchase|lease|leasing|equip|quote|interested in|looking for|plan|fleet|"
    r"brauche[nt]?|benötigen|verkaufen|bestellen|kaufen|leasen|angebot|suchen|"
    r"besoin|vendez|acheter|commander|louer|devis|cherchons|aimerions|"
    r"necesit\w+|venden|comprar|pedir|presupuesto|buscamos|queremos|"
    r"serv(?:e|ono)|vendete|acquistare|comprare|ordinare|preventivo|cerchiamo|vorremmo|offerta|"
    r"precisamos|vendem|encomendar|orçamento|procuramos|queríamos|"
    r"nodig|verkopen|kopen|bestellen|leasen|offerte|zoeken)\b"
)
_VAGUE = re.compile(
    r"(?i)\bneeds? (?:it|them|those|these|this|that|to)\b|\b(?:larger|bigger|large) quantit|\bbulk order\b|"
    r"\b(?:es|sie|die|das) brauchen|\bbrauchen (?:es|sie|wir es|wir sie)\b|@"
)
_OFFER = re.compile(r"(?i)\b(?:quote|offer|angebot|devis|presupuesto|preventivo|offerta|orçamento|offerte)\b")
_FOR = re.compile(
    r"(?i)\b(?:our|wir|unser\w*|nous|notre|nos|nuestr\w+|nostr\w+|noss\w+|ons|onze|we|company|firma|school|hotel|staff|"
    r"team|office|business\w*|b2b|mitarbeiter\w*|entreprise|empresa|azienda|bedrijf)\b"
)
_UNITS = (
    r"(?:day|week|month|year|hour|minute|euro|eur|usd|gbp|chf|pound|dollar|percent|prozent|tag|woche|monat|jahr|stunde|"
    r"jour|semaine|mois|an(?:s|née)|heure|d[ií]a|semana|mes(?:es)?\b|año|hora|giorn|settiman|mese|mesi|ann[oi]|or[ae]\b|"
    r"dia|mês|dag|we(?:e)?k|maand|jaar|uur|kg|km|cm|mm|inch|k\b|am\b|pm\b|uhr|"
    r"jan|feb|fév|mar(?:ch|s|z|t)|mär|maa|apr|avr|abr|ma[iy]|mei|mag|giu|lug|jun|jul|juin|juil|aug|aoû|ago|sep|set|"
    r"oct|okt|ott|out|nov|dec|dez|déc|dic)"
)
_COUNT = re.compile(rf"(?i)(?<![\w.,€£$-])(\d{{1,6}})\s+(?!{_UNITS})(?=[^\W\d_]{{2,}})")
_WORDS: Mapping[str, int] = {
    word: number
    for number, words in (
        (10, "ten zehn dix diez dieci dez tien"),
        (12, "dozen twelve zwölf douze doce dodici doze twaalf"),
        (15, "fifteen fünfzehn quinze quince quindici vijftien"),
        (20, "twenty zwanzig vingt veinte venti vinte twintig"),
        (25, "twenty-five fünfundzwanzig vingt-cinq veinticinco venticinque vijfentwintig"),
        (30, "thirty dreißig trente treinta trenta trinta dertig"),
        (40, "forty vierzig quarante cuarenta quaranta quarenta veertig"),
        (50, "fifty fünfzig cinquante cincuenta cinquanta cinquenta vijftig"),
        (100, "hundred hundert cent cien cento cem honderd"),
    )
    for word in words.split()
}
_SPELT = re.compile(
    rf"(?i)(?<![\w-])({'|'.join(sorted(_WORDS, key=len, reverse=True))})\s+(?!{_UNITS})(?=[^\W\d_]{{3,}})"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|"
    r"octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
    r"diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|"
    r"junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus)"
)
_SEASON = (
    r"(?:spring|summer|autumn|winter|christmas|easter|frühling|frühjahr|sommer|herbst|weihnachten|ostern|printemps|"
    r"été|automne|hiver|noël|primavera|verano|otoño|invierno|navidad|estate|autunno|inverno|natale|verão|outono|natal|"
    r"voorjaar|lente|zomer|herfst|kerst)"
)
_WHEN = re.compile(
    rf"(?i)\b(?:(?:by|until|before|in|for|from|bis|ab|im|vor|zum|avant|en|pour|au|d'ici|antes de|para|entro|a|per|até|"
    rf"em|voor|vanaf|tegen)\s+(?:(?:the |next |early |mid |late |end of |ende |anfang |début |fin |finales de |fine |"
    rf"final de |eind |nächste[nmrs]? |volgende? )?)(?:{_MONTH}|{_SEASON})(?:\s+20\d\d)?|"
    r"next (?:week|month|year|quarter)|as soon as possible|asap|nächste[nmrs]? (?:woche|monat|jahr)|"
    r"so bald wie möglich|"
    r"(?:la semaine|le mois|l'année) prochaine?|dès que possible|(?:la semana|el mes|el año) que viene|"
    r"lo antes posible|(?:la settimana|il mese|l'anno) prossim[oa]|il prima possibile|"
    r"(?:na próxima semana|no próximo mês|no próximo ano)|o mais rápido possível|"
    r"volgende? (?:week|maand|jaar)|zo snel mogelijk|"
    r"(?:in|within|innerhalb von|dans|en|entro|em|binnen) \d{1,2} (?:days|weeks|months|tagen|wochen|monaten|jours|"
    r"semaines|mois|días|semanas|meses|giorni|settimane|mesi|dias|dagen|weken|maanden))\b"
)


def _needs(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    """The whole sentence, where it names more than the mere wish for an offer."""
    said = " ".join(text.split())[:LONGEST]
    if _OPENS.search(said) is None or _VAGUE.search(said) or len(said.split()) < FEWEST_WORDS:
        return []
    counts = _COUNT.search(said) or _SPELT.search(said)
    whose = _FOR.search(said) and not _OFFER.search(said)
    return [Found(said, said)] if counts or whose else []


def _free(text: str, _slot: Slot, _around: Around) -> Found | None:
    """Any words that answer; no question, and no address that belongs elsewhere."""
    said = " ".join(text.split())[:LONGEST]
    elsewhere = said.endswith("?") or "@" in said or not any(char.isalnum() for char in said)
    return None if elsewhere else Found(said, said)


def _need_reply(text: str, slot: Slot, around: Around) -> Found | None:
    found = _needs(text, slot, around)
    return found[-1] if found else _free(text, slot, around)


def _counts(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    """A number with what is counted after it, so that no date, price or duration is one."""
    found = [Found(str(int(match.group(1))), match.group(1)) for match in _COUNT.finditer(text)]
    return found or [Found(str(_WORDS[match.group(1).lower()]), match.group(1)) for match in _SPELT.finditer(text)]


def _count_reply(text: str, slot: Slot, around: Around) -> Found | None:
    found = _counts(text, slot, around)
    if found:
        return found[-1]
    bare = _WORDS.get(text.strip(" .!").lower())
    return Found(str(bare), text.strip()) if bare else WHOLE.reply(text, slot, around)


def _times(text: str, slot: Slot, around: Around) -> Sequence[Found]:
    named = [Found(match.group(0), match.group(0)) for match in _WHEN.finditer(text)]
    return named or [Found(one.text, one.text) for one in DAYS.find(text, slot, around)]


NEED = Kind(_needs, _need_reply)
QUANTITY = Kind(_counts, _count_reply)
TIMING = Kind(_times, _free)
