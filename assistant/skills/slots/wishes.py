"""What somebody who looks for a product says of it: the whole sentence, where it tells that they look for something."""

import re
from collections.abc import Sequence

from assistant.skills.contract import Slot
from assistant.skills.products import comparing
from assistant.skills.slots.kinds import Around, Found, Kind

LONGEST = 400
FEWEST_WORDS = 3  # "recommend something" tells nothing of what it should be

_SEEKS = re.compile(
    r"(?i)\b(?:looking for|look for|search(?:ing)? for|recommend\w*|suggest\w*|advise|advice|"
    r"which\b.*\b(?:best|suit|fit)\w*|what\b.*\b(?:best|suit|fit)\w*|best\b.*\bfor|i (?:need|want|would like|'d like)|"
    r"suche?|empfehl\w*|empfiehl\w*|"
    r"rate[nt]?\b|beraten|brauche|möchte|hätte gern|welche[srnm]?|cherche\w*|conseill\w*|recommand\w*|il me faut|"
    r"quel(?:le)?s?\b|busco|recomiend\w*|recomendar\w*|necesito|aconsej\w*|qué\b.*\bpara|cerco|consigli\w*|"
    r"mi serve|quale|procuro|recomend\w*|preciso|aconselh\w*|zoek\w*|aanraden|raad\w* .*aan|aanbevel\w*|"
    r"nodig|welke?)\b"
)
_WORD = re.compile(r"[^\W_]+")


def _wishes(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    said = " ".join(text.split())[:LONGEST]
    refines, _ = comparing.read(said)
    seeks = not refines and _SEEKS.search(said) is not None and len(_WORD.findall(said)) >= FEWEST_WORDS
    return [Found(said, said)] if seeks else []


def _reply(text: str, _slot: Slot, _around: Around) -> Found | None:
    said = " ".join(text.split())[:LONGEST]
    return Found(said, said) if any(char.isalpha() for char in said) else None


WISH = Kind(_wishes, _reply)
