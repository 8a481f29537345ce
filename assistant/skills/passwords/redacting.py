"""Takes what looks like a password out of a customer's words, before anybody reads or stores them; pure.

A password is told by the word before it and by its own looks: signs, digits or a mix of cases that no plain word has.
What is missed stays as written; what is taken by mistake can be said again in other words.
"""

import re

HIDDEN = "••••••"
_NAME = (
    r"(?:password|passwort|kennwort|passcode|pwd|mot de passe|mdp|contraseña|clave|parola d'ordine|senha|palavra-passe|"
    r"wachtwoord)"
)
_TELLS = re.compile(
    rf"(?i)\b{_NAME}\b(?:\s+(?:for|für|pour|para|per|voor)\s+[^\s:=]+)?\s*"
    r"(?P<sign>[:=]|\b(?:is|was|ist|war|lautet|est|était|es|era|è|é|eh)\b:?)\s*"
    r"[\"“”'«‘’]?(?P<secret>\S{4,})(?P<alone>\s*$)?",
    re.MULTILINE,
)
_EDGES = "\"“”'»’.,;!?)"


def redacted(text: str) -> str:
    """The text with each password hidden."""
    return _TELLS.sub(_hidden, text)


def looks_like_one(text: str) -> bool:
    """Whether the text holds what looks like a password."""
    return redacted(text) != text


def _hidden(match: re.Match[str]) -> str:
    written = match.group("secret")
    secret = written.rstrip(_EDGES)
    stands_alone = match.group("sign") in ":=" and match.group("alone") is not None
    if HIDDEN in secret or _is_an_address(secret) or not (stands_alone or _is_no_word(secret)):
        return match.group(0)
    begin, end = (place - match.start(0) for place in match.span("secret"))
    return f"{match.group(0)[:begin]}{HIDDEN}{written[len(secret) :]}{match.group(0)[end:]}"


def _is_an_address(text: str) -> bool:
    return re.match(r"(?i)https?://|[^@\s]+@[^@\s]+\.\w+$", text) is not None


def _is_no_word(text: str) -> bool:
    """Whether it is written as no word is: with digits, with signs, or with capitals inside."""
    inner = re.sub(r"(?<=\w)['’/-](?=\w)", "", text)
    if len(inner) < 4:
        return False
    mixed = any(sign.isupper() for sign in inner[1:]) and not inner.isupper()
    return mixed or any(not sign.isalpha() for sign in inner)
