"""The assistant offers a person, and the customer says yes."""

from __future__ import annotations

import re

from escalation.hearing import Line
from escalation.signals.wording import plain_wording

_OFFERS = re.compile(
    r"\b(?:talk|speak|connect|chat|hand|pass|transfer|put)\w*\b[^.?!\n]{0,60}"
    r"\b(?:person|human|colleague|agent|someone|team|representative|specialist|advis[oe]r)\b"
    r"|\b(?:person|human|colleague|agent|someone|representative|specialist)\b[^.!\n]{0,60}\?"
)
_YES = re.compile(
    r"^\W*(?:(?:oh|ok|okay|well|um|actually|i think|hi|right|alright)[\s,.!]+)*"
    r"(?:yes|yeah|yep|yup|yea|ya|sure|ok|okay|please(?: do)?|go ahead|do (?:it|that)|absolutely|definitely|"
    r"(?:that would|that'd) be (?:great|good|nice|lovely|helpful|best)|of course|i would|i guess(?: so)?|"
    r"i suppose(?: so)?|i think so|why not|might as well|i'd (?:like|love|appreciate|prefer) that|"
    r"sounds good|alright|fine|perfect|y|mhm|uh huh|correct|certainly|s[ií]|claro|ja|oui|sim|d'accord|bitte|gerne|"
    r"graag|certo|volentieri|por favor|per favore|s'il vous pla[iî]t)\b"
)
_BUT_NOT = re.compile(
    r"\b(?:no|(?<!why )not|don't|but|first|later|wait|never ?mind|instead|what|how|where|when|which|why(?! not))\b"
    r"|^\W*(?:ok|okay|fine|alright|sure|perfect|yes)?\W*(?:thanks|thank you|got it|bye|good)"
)


def offers(line: Line) -> bool:
    """Whether an assistant's line offers a person."""
    return line.unsure or _OFFERS.search(plain_wording(line.text).plain) is not None


def accepts(offer: Line, text: str) -> bool:
    """Whether a short yes answers an assistant's line that offered a person."""
    plain = plain_wording(text).plain
    return bool(offers(offer) and len(plain) <= 60 and _YES.search(plain) and not _BUT_NOT.search(plain))
