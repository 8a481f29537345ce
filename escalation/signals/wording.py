"""A customer's text made plain for matching (case, quotes, slips of the keys), with the way back to its offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|\s+|.", re.DOTALL)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_SHORTHAND = {
    "u": "you", "ur": "your", "r": "are", "y": "why", "pls": "please", "plz": "please", "plss": "please",
    "pleas": "please", "wanna": "want to", "wana": "want to", "gonna": "going to", "gotta": "got to",
    "lemme": "let me", "gimme": "give me", "gimmie": "give me", "tlk": "talk", "tak": "talk", "tlak": "talk",
    "takl": "talk", "talkk": "talk", "spk": "speak", "spek": "speak", "seak": "speak", "sum1": "someone",
    "some1": "someone", "sumone": "someone", "sumbody": "somebody", "any1": "anyone", "ne1": "anyone",
    "ppl": "people", "wat": "what", "wut": "what", "wht": "what", "thx": "thanks", "tks": "thanks",
    "im": "i'm", "ive": "i've", "id": "i'd", "dont": "don't", "dnt": "don't", "cant": "can't", "cnt": "can't",
    "wont": "won't", "didnt": "didn't", "doesnt": "doesn't", "isnt": "isn't", "wasnt": "wasn't",
    "havent": "haven't", "hasnt": "hasn't", "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't",
    "youre": "you're", "thats": "that's", "whats": "what's", "theres": "there's", "cannot": "can't",
    "hooman": "human", "humen": "human", "hmn": "human", "persn": "person", "prson": "person",
    "pers0n": "person", "hum4n": "human", "agnt": "agent", "4give": "forgive", "b4": "before", "bc": "because",
    "cuz": "because", "coz": "because", "bcuz": "because", "srsly": "seriously", "tho": "though", "thru": "through",
    "throo": "through", "custmer": "customer", "cust": "customer", "svc": "service", "srvc": "service",
    "reprsentative": "representative", "repr": "representative", "mgr": "manager", "supv": "supervisor",
    "ty": "thanks", "smb": "somebody", "smbd": "somebody", "smone": "someone", "nd": "and", "w": "with",
    "rlly": "really", "rly": "really", "omfg": "omg", "effing": "fucking", "fcking": "fucking", "fkn": "fucking",
    "fuckin": "fucking", "freakin": "fucking", "freaking": "fucking", "frigging": "fucking", "friggin": "fucking",
    "f'ing": "fucking", "fuking": "fucking", "fkin": "fucking", "bs": "bullshit", "goddam": "goddamn",
    "chating": "chatting",
}  # fmt: skip
_OFTEN_MISTYPED = (
    "agent", "human", "person", "people", "someone", "somebody", "anyone", "anybody", "representative", "operator",
    "manager", "supervisor", "speak", "advisor", "customer", "service", "support", "assistant", "transfer", "connect",
    "escalate", "ridiculous", "unacceptable", "disgusting", "disgraceful", "pathetic", "terrible", "horrible",
    "frustrated", "frustrating", "useless", "furious", "annoyed", "annoying", "appalling", "suicidal", "suicide",
    "depressed", "depression", "anxiety", "desperate", "overwhelmed", "scared", "terrified", "disappointed",
    "disappointing", "incompetent", "outrageous", "embarrassing", "infuriating", "hospital", "diagnosed", "funeral",
    "disabled", "eviction", "evicted", "homeless", "abusive", "passed", "struggling", "devastated", "hopeless",
    "absolutely", "seriously", "completely", "waiting", "really", "please",
)  # fmt: skip
_RIGHT_AS_THEY_ARE = frozenset(
    [
        "persons",
        "humans",
        "humane",
        "agents",
        "sneak",
        "spear",
        "steak",
        "speck",
        "peak",
        "speaks",
        "services",
        "supports",
        "serviced",
        "operators",
        "managers",
        "managed",
        "manages",
        "connects",
        "connected",
        "transfers",
        "assistants",
        "customers",
        "terribly",
        "horribly",
        "passes",
        "passer",
        "passe",
        "parson",
        "scarred",
        "scares",
        "scarce",
        "scored",
        "rally",
        "reality",
        "reallys",
        "pleased",
        "pleases",
        "pleas",
        "waited",
        "writing",
        "waiving",
        "hospitals",
        "anyones",
        "peoples",
        "disables",
        "disable",
        "enabled",
        "escalated",
        "escalates",
        "desperately",
        "separate",
        "depression",
        "depressing",
        "frustrates",
        "frustration",
        "disappoint",
        "embarrassed",
        "embarrass",
        "absolute",
        "serious",
        "series",
        "complete",
        "furiously",
        "costumer",
        "services",
        "supportive",
        "supported",
        "annoys",
        "annoy",
    ]
)


@dataclass(frozen=True, slots=True)
class Wording:
    """`plain` is what patterns see; character i of it stands for original[starts[i]:ends[i]]."""

    original: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the original text of plain[start:end]."""
        return self.starts[start], max(self.ends[start:end])


def plain_wording(text: str) -> Wording:
    """The text in small letters, shorthand written out and frequent typing errors of telling words put right."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(text):
        token = found.group()
        said = _plain_token(token)
        pieces.append(said)
        if len(said) == len(token):
            starts += range(found.start(), found.end())
            ends += range(found.start() + 1, found.end() + 1)
        else:
            starts += [found.start()] * len(said)
            ends += [found.end()] * len(said)
    return Wording(text, "".join(pieces), tuple(starts), tuple(ends))


@lru_cache(maxsize=20_000)
def _plain_token(token: str) -> str:
    if token.isspace():
        return "\n" if "\n" in token else " "
    word = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in token.translate(_QUOTES))
    if not any(letter.isalpha() for letter in word):
        return word
    calm = re.sub(r"([a-z])\1{2,}", r"\1\1", word)
    for shape in (word, calm, re.sub(r"([a-z])\1", r"\1", calm) if calm != word else word):
        if shape in _SHORTHAND:
            return _SHORTHAND[shape]
        if shape in _OFTEN_MISTYPED:
            return shape
    return _put_right(calm)


def _put_right(word: str) -> str:
    """The telling word that this one is a slip away from, else the word itself."""
    if len(word) < 5 or not word.isascii() or word in _RIGHT_AS_THEY_ARE:
        return word
    for meant in _OFTEN_MISTYPED:
        slips = 2 if len(meant) >= 9 else 1
        if abs(len(meant) - len(word)) > slips or meant[0] not in word[:2]:
            continue
        if meant.startswith(word) or word.startswith(meant):
            continue  # an inflection, not a slip
        if slip_distance(word, meant, slips) <= slips:
            return meant
    return word


def slip_distance(one: str, other: str, limit: int) -> int:
    """Letters to add, drop, change or swap between two words (optimal string alignment); limit + 1 when more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, target in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
