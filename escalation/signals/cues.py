"""Plain cues of tone in a text: shouting, punctuation, swearing, praise, blame; each a number of about 0..1."""

from __future__ import annotations

import math
import re

from escalation.signals.phrases import Found

NAMES = (
    "shouting", "exclaims", "questions", "swears", "praises", "thanks", "blames", "first_person", "length", "negates",
    "phrase", "phrases", "near_miss", "again",
)  # fmt: skip

_WORD = re.compile(r"[^\W\d_]{3,}")
SWEARING = re.compile(
    r"\b(?:f+u+c+k\w*|f\*+\w*|f[*#@]+k\w*|sh[i!*]t\w*|bullshit|bull|crap\w*|damn\w*|dammit|goddamn\w*|bloody|"
    r"ass|arse|asshole\w*|a\*\*hole|bastards?|bitch\w*|piss\w*|wtf|omg|ffs|stfu|hell|screw (?:you|this)|sod off|"
    r"bugger|jerks?|idiots?|morons?|stupid|dumb\w*|clowns?|muppets?|wankers?|suck(?:s|ed)?|screwed)\b"
)
_PRAISE = re.compile(
    r"\b(?:love[sd]?|loving|great|awesome|amazing|excellent|fantastic|wonderful|perfect\w*|brilliant|happy|glad|"
    r"delighted|beautiful|best|nice|lovely|superb|impressed|pleased|recommend\w*|enjoy\w*|fun|cool|excited|yay|"
    r"lol|haha\w*|helpful|kind|friendly|good|thrilled|stoked|gorgeous|incredible|fab|ace)\b"
    r"|[:;]-?\)|[😀😁😂😃😄😊😍🥰🎉👍❤💕🙌🤣]"
)
_THANKS = re.compile(r"\b(?:thanks?|thank you|cheers|much appreciated|appreciate (?:it|that|your)|grateful|ta)\b")
_BLAME = re.compile(
    r"\b(?:ridiculous|unacceptable|useless|terrible|horrible|awful|worst|pathetic|disgust\w*|disgrace\w*|joke|"
    r"scam\w*|liars?|lies|lied|lying|incompeten\w*|rubbish|garbage|trash|waste[d]?|wasting|fraud\w*|thie(?:f|ves)|"
    r"steal\w*|stole\w*|rip ?-?off|ignor\w+|fed up|sick of|tired of|frustrat\w+|annoy\w+|angry|furious|"
    r"disappoint\w+|upset|mad|insult\w*|appalling|outrag\w+|shame\w*|nonsense|excuses?|broken|wrong|nobody|"
    r"no ?one|never|nothing|fail\w*|poor|bad|hate[ds]?|shocking|dreadful|abysmal|atrocious|infuriat\w+|livid|"
    r"fuming|unbelievable|absurd|insane|crazy|sick|nightmare|shambles|mess)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|i'd|my|me|myself|we|our)\b")
_NEGATION = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|can't|won't|don't|didn't|doesn't|isn't|wasn't|haven't)\b"
)
_AGAIN = re.compile(
    r"\b(?:again|still|already|yet|third|fourth|fifth|\d(?:rd|th) time|twice|keep|keeps|kept|every time|"
    r"for (?:weeks|days|months|hours)|"
    r"(?:\d+|two|three|four|five|six|several|many) (?:weeks|days|months|hours|times|emails|calls))\b"
)


def read_cues(text: str, found: Found) -> list[float]:
    """The cues of an original text in the order of NAMES; near misses are left out of the words that are counted."""
    plain, strengths = found.rest, [hit.strength for hit in found.hits]
    words = _WORD.findall(text)
    loud = [word for word in words if word.isupper()]
    shouting = len(loud) / len(words) if len(loud) >= 2 or len(words) == 1 == len(loud) else 0.0
    return [
        shouting,
        _some(text.count("!"), 4),
        _some(text.count("??") + text.count("?!") + text.count("!?"), 2),
        _some(len(SWEARING.findall(plain)), 2),
        _some(len(_PRAISE.findall(plain)), 3),
        _some(len(_THANKS.findall(plain)), 2),
        _some(len(_BLAME.findall(plain)), 3),
        _some(len(_FIRST_PERSON.findall(plain)), 8),
        min(math.log1p(len(words)) / 6.0, 1.0),
        _some(len(_NEGATION.findall(plain)), 4),
        max(strengths, default=0.0),
        _some(len(strengths), 4),
        _some(found.missed, 2),
        _some(len(_AGAIN.findall(plain)), 3),
    ]


def _some(count: int, plenty: int) -> float:
    return min(count, plenty) / plenty
