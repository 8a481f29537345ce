"""Why a customer sends something back or wants money back, from their words."""

import re
from collections.abc import Mapping

from assistant.skills.contract import Choice, Slot
from assistant.skills.orders import money_words as w
from assistant.words import say

FAULTY, WRONG, CHANGED_MIND, OTHER = "faulty", "wrong", "changed_mind", "other"
OPTIONS = (
    (FAULTY, "Faulty or damaged"),
    (WRONG, "Not what was ordered"),
    (CHANGED_MIND, "Does not fit, or changed their mind"),
    (OTHER, "Another reason"),
)
REASON = Slot(
    "reason",
    "reason",
    w.REASON,
    w.WHICH_REASON,
    w.WHICH_REASON,
    "Why the customer wants it, in a few words",
    required=False,
)

# the first that is found counts; stems, since customers decline and conjugate
_STEMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        FAULTY,
        re.compile(
            r"\b(?:fault|damag|broke|defect|torn|rip|crack|scratch|leak|doesn.?t work|not work|stopped work|"
            r"defekt|kaputt|beschädig|gerissen|funktioniert nicht|"
            r"défectu|abîm|cass|déchir|ne (?:marche|fonctionne) pas|defectuos|dañad|rot[oa]s?\b|"
            r"no funciona|difettos|danneggiat|rott[oaie]\b|non funziona|defeit|danificad|partid|"
            r"não funciona|kapot|beschadig|stuk\b|werkt niet)",
            re.IGNORECASE,
        ),
    ),
    (
        WRONG,
        re.compile(
            r"\b(?:wrong|not what i ordered|incorrect|another item|falsch|nicht (?:das, )?was ich bestellt|"
            r"pas ce que j|mauvais|erron|equivocad|no es lo que|sbagliat|non è quello|errad|não é o que|verkeerd|"
            r"niet wat ik)",
            re.IGNORECASE,
        ),
    ),
    (
        CHANGED_MIND,
        re.compile(
            r"\b(?:changed my mind|fit|too (?:small|big|large|tight)|don.?t (?:like|want|need)|no longer|passt nicht|"
            r"zu (?:klein|groß|gross|eng)|gefällt|anders überlegt|brauche .*nicht|ne va pas|trop|changé d|plus besoin|"
            r"no me queda|queda|demasiado|cambi[éa]|ya no|non va bene|troppo|cambiato idea|non mi|não serve|demasiad|"
            r"mudei|past niet|te (?:klein|groot)|bedacht|niet meer)",
            re.IGNORECASE,
        ),
    ),
)


def read(said: str) -> str:
    """One of the options; `other` for words that name none."""
    if said in dict(OPTIONS):
        return said
    return next((name for name, stems in _STEMS if stems.search(said)), OTHER)


def offered(language: str) -> tuple[Choice, ...]:
    """A button for each reason."""
    worded: Mapping[str, str] = {name: say(w.REASONS[name], language) for name, _ in OPTIONS}
    return tuple(Choice(says=words, label=words, value=name) for name, words in worded.items())
