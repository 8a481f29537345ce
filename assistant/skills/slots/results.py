"""Reads whether something worked, in the words in which customers say it."""

import re

from assistant.skills.contract import Slot
from assistant.skills.slots.kinds import Around, Found, Kind, nothing

YES, NO = "yes", "no"
_NOT = re.compile(
    r"(?i)^(?:no|nope|nein|non|nee|não|nö)\b|\b(?:not|never|nothing|still|nicht|kein\w*|nichts|pas|rien|jamais|nada|nunca|"
    r"nessun\w*|nulla|niente|mai|não|niet|geen|niets)\b|n't\b|\bno (?:ha|funciona|llega|me|letter|e-?mail|mail|luck)\b|"
    r"\bnon (?:ha|funziona|arriva|è)\b"
)
_DID = re.compile(
    r"(?i)^(?:yes|yep|yeah|ja|oui|sí|si|sì|sim)\b|\b(?:worked|works|working|i'm in|i am in|got it|solved|done|"
    r"geklappt|funktioniert|bin (?:wieder )?drin|fonctionn\w*|marche|funcion\w*|funzion\w*|gelukt|werkt|resolved|"
    r"resuelto|risolto|opgelost|résolu|gelöst)\b"
)


def _reply(text: str, _slot: Slot, _around: Around) -> Found | None:
    if "?" in text:
        return None
    if _NOT.search(text):
        return Found(NO, text.strip())
    return Found(YES, text.strip()) if _DID.search(text) else None


WORKED = Kind(nothing, _reply)
