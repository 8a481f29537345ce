"""Reads that a customer cannot get at the mailbox to which a letter would go: then only a person can help."""

import re
from collections.abc import Sequence

from assistant.skills.contract import Slot
from assistant.skills.slots.kinds import Around, Found, Kind, newest_of

LOST = "lost"
_MAILBOX = (
    r"e-?mails?(?:[ -]?(?:address|account|adresse|konto))?|"
    r"mail(?:s|box|adresse|konto|adres)?|inbox|postfach|courriel|boîte|adresse|"
    r"correo|buzón|casella|posta|caixa|postvak"
)
_NO_WAY = (
    r"no (?:longer|more)|don'?t (?:have|use)|lost|can'?t (?:get|log|access|open)|cannot (?:get|log|access|open)|"
    r"no access|locked out|old|deleted|closed|any ?more|"
    r"kein(?:en)? zugriff|nicht mehr|gibt es nicht|existiert nicht|gelöscht|"
    r"plus accès|plus d'accès|n'existe plus|perdu|n'ai plus|"
    r"ya no (?:tengo|uso)|no tengo acceso|sin acceso|perdí|"
    r"non ho (?:più )?accesso|non posso accedere|perso|"
    r"já não tenho|não tenho (?:mais )?acesso|perdi|"
    r"geen toegang|niet meer"
)
_GAP = r"[^.?!,;\n]{0,30}"
_LOST = re.compile(rf"(?i)\b(?:{_NO_WAY})\b{_GAP}\b(?:{_MAILBOX})\b|\b(?:{_MAILBOX})\b{_GAP}\b(?:{_NO_WAY})\b")


def is_lost(text: str) -> bool:
    """Whether the words say that the mailbox is out of reach."""
    return _LOST.search(text) is not None


def _find(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    return [Found(LOST, text)] if is_lost(text) else []


LOST_MAILBOX = Kind(_find, newest_of(_find))
