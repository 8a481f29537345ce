"""Signal: the customer asks for a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from escalation.hearing import Heard, Line
from escalation.signals.sensing import Judged, Reading, strongest, whole
from escalation.signals.wording import plain_wording

NAME = "asks_human"

_OFFERS = re.compile(
    r"\b(?:talk|speak|connect|chat|hand|pass|transfer|put)\w*\b[^.?!\n]{0,60}"
    r"\b(?:person|human|colleague|agent|someone|team|representative|specialist|advis[oe]r)\b"
    r"|\b(?:person|human|colleague|agent|someone|representative|specialist)\b[^.!\n]{0,60}\?"
)
_YES = re.compile(
    r"^\W*(?:(?:oh|ok|okay|well|um|actually|i think|hi|right|alright)[\s,.!]+)*"
    r"(?:yes|yeah|yep|yup|yea|ya|sure|ok|okay|please(?: do)?|go ahead|do (?:it|that)|absolutely|definitely|"
    r"that would be (?:great|good|nice|lovely|helpful|best)|of course|i would|i'd (?:like|love|appreciate|prefer) that|"
    r"sounds good|alright|fine|perfect|y|mhm|uh huh|correct|certainly|s[ií]|claro|ja|oui|sim|d'accord|bitte|gerne|"
    r"graag|certo|volentieri|por favor|per favore|s'il vous pla[iî]t)\b"
)
_BUT_NOT = re.compile(
    r"\b(?:no|not|don't|but|first|later|wait|never ?mind|instead|what|how|where|when|which|why)\b"
    r"|^\W*(?:ok|okay|fine|alright|sure|perfect|yes)?\W*(?:thanks|thank you|got it|bye|good)"
)


def read(heard: Heard, judged: Sequence[Judged]) -> Reading:
    """The wish for a person in what the customer wrote since the last reply; the pressed button settles it."""
    burst = [each for each in judged if each.newest]
    pressed = [whole(each.line) for each in burst if each.line.pressed_person_button]
    offer = _last_reply(heard)
    accepted = [whole(each.line, 0.95) for each in burst if offer and accepts(offer, each.line.text)]
    return strongest([*pressed, *accepted, *(each.reading(NAME) for each in burst)])


def accepts(offer: Line, text: str) -> bool:
    """Whether a short yes answers an assistant's line that offered a person."""
    offered = offer.unsure or _OFFERS.search(plain_wording(offer.text).plain) is not None
    plain = plain_wording(text).plain
    return bool(offered and len(plain) <= 60 and _YES.search(plain) and not _BUT_NOT.search(plain))


def _last_reply(heard: Heard) -> Line | None:
    """The assistant's line just before the newest burst."""
    before = [line for line in heard.lines if line.role != "customer"]
    return before[-1] if before and before[-1].role == "assistant" and before[-1].seq > heard.handed_back_at else None
