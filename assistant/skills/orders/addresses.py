"""Postal addresses in the customer's words."""

import re
from collections.abc import Mapping

SHORTEST, LONGEST = 4, 120  # letters of a part
_LEAD = re.compile(
    r"^\s*(?:(?:please\s+)?(?:send|ship|deliver)\s+(?:it\s+)?to|(?:my|the)\s+new\s+address\s+is|new\s+address|it'?s|to|"
    r"(?:die\s+)?neue\s+adresse(?:\s+ist)?|an|à|nouvelle\s+adresse|a|nueva\s+dirección|nuovo\s+indirizzo|"
    r"nova\s+morada|naar|nieuw\s+adres(?:\s+is)?)\s*[:,]?\s+",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d{4}-\d{3}|\d{4}\s?[A-Z]{2}|(?:[A-Z]{1,2}-)?\d{4,5}|"
    r"[A-Z]{2}\s\d{5}(?:-\d{4})?)(?![\w-])"
)
_TAIL = re.compile(
    r"[\s,;.]*[?!].*$|[\s,;.]+(?:please|thanks|thank you|bitte|danke|vielen dank|s'il (?:vous|te) plaît|svp|merci|"
    r"por favor|gracias|per (?:favore|piacere)|grazie|obrigad[oa]|alstublieft|alsjeblieft|bedankt|dank (?:u|je))\W*$",
    re.IGNORECASE | re.DOTALL,
)
_SEPARATOR = re.compile(r"\s*[,;\n]+\s*")


def cut(said: str) -> str:
    """The address without what is said after it: "?", "please", "thanks"."""
    return _TAIL.sub("", _TAIL.sub("", said.strip())).strip(" .,;:")


def read(said: str) -> dict[str, str] | None:
    """The parts of an address: line, line2, town, postcode, country; None where street, postcode or town is missing."""
    parts = _parts(cut(_LEAD.sub("", said.strip())))
    placed = [(place, seen) for place, part in enumerate(parts) if place and (seen := _POSTCODE.search(part))]
    if not placed or not _is_street(parts[0]):
        return None
    number, postcode = placed[0]
    beside = (postcode.string[: postcode.start()] + postcode.string[postcode.end() :]).strip(" -")
    before, after = parts[1:number], parts[number + 1 :]
    if beside:
        town = beside
    elif before:
        *before, town = before
    else:
        town, *after = after or [""]
    found = {
        "line": parts[0],
        "line2": ", ".join(before),
        "town": town,
        "postcode": postcode.group(0),
        "country": ", ".join(after),
    }
    return found if _is_town(town) and all(len(part) <= LONGEST for part in found.values()) else None


def written(address: Mapping[str, str]) -> str:
    """The address in one line."""
    place = " ".join(part for part in (address.get("postcode", ""), address.get("town", "")) if part)
    parts = (address.get("line", ""), address.get("line2", ""), place, address.get("country", ""))
    return ", ".join(part for part in parts if part)


def _parts(said: str) -> list[str]:
    """What commas part; without any, what stands before the postcode, and the rest."""
    parts = [part for part in _SEPARATOR.split(said) if part]
    postcode = _POSTCODE.search(said)
    if len(parts) != 1 or postcode is None:
        return parts
    return [said[: postcode.start()].strip(), said[postcode.start() :].strip()]


def _is_town(part: str) -> bool:
    return sum(map(str.isalpha, part)) > 1 and not any(map(str.isdigit, part))


def _is_street(part: str) -> bool:
    return len(part) >= SHORTEST and any(char.isdigit() for char in part) and any(char.isalpha() for char in part)
