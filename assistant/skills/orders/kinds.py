"""How the slots of these skills are found in free words: an item, a reason, an address, what of one's data changes."""

import re
from collections.abc import Mapping, Sequence

from assistant.skills.contract import Slot
from assistant.skills.orders import addresses, item_words, items, reasons
from assistant.skills.slots.kinds import Around, Found, Kind, newest_of

LONGEST = 200
PARTS: Mapping[str, re.Pattern[str]] = {
    "phone": re.compile(
        r"(?i)\b(?:(?:tele)?phone|mobile|cell|telefon\w*|handy\w*|rufnummer|téléphone|portable|teléfono|móvil|telefono|"
        r"cellulare|telefone|telemóvel|telefoonnummer|mobiel\w*)\b"
    ),
    "email": re.compile(r"(?i)\b(?:e-?mail\w*|mail ?adress\w*|correo|courriel)\b"),
    "address": re.compile(
        r"(?i)\b(?:(?:postal|home|street)? ?address|moved|(?:post)?anschrift|(?:post)?adresse|umgezogen|déménagé|"
        r"dirección|mudado|indirizzo|traslocato|morada|mudei|(?:post)?adres|verhuisd)\b"
    ),
    "name": re.compile(r"(?i)\b(?:(?:sur|last )?name|(?:nach)?name[ns]?|nom|nombre|apellido|nome|cognome|naam)\b"),
}

_WANTS_FOR = re.compile(
    r"(?i)\b(?:refund\w*|money back|return\w*|send back|back|erstatt\w*|zurück\w*|rembours\w*|renvoy\w*|"
    r"retourn\w*|reembols\w*|devol\w*|rimbors\w*|rend\w*|restitu\w*|terug\w*)\b(?:\s+\w+){0,2}?\s+(?:for|of|für|von|pour|de|por|"
    r"per|di|voor|van)?\s*(?:the|my|this|die|den|das|der|meine?n?|le|la|les|l'|mon|ma|mes|el|los|las|mi|mis|il|lo|"
    r"gli|il mio|la mia|o|a|os|as|het|mijn)\s+((?:[^\W\d_][\w'’-]*\s?){1,4})"
)
_WHOLE = re.compile(
    r"(?i)\b(?:everything|all of it|(?:the )?(?:whole|entire|complete) order|alles|"
    r"(?:die )?(?:ganze|gesamte|komplette) bestellung|tout|toute la commande|todo|todo el pedido|"
    r"tutto|tutto l'ordine|tudo|toda a encomenda|(?:de )?hele bestelling)\b"
)
_WANTS = re.compile(
    r"(?i)\b(?:refund|money back|return|send|sent|erstatt|zurück|geld|rembours|renvoy|retourn|reembols|devol|rimbors|"
    r"rend|restitu|terug)\w*\b"
)
_NO_ITEM = re.compile(
    r"(?i)^(?:money|order|parcel|package|payment|card|amount|label|geld|bestellung|ware|paket|commande|argent|colis|"
    r"pedido|dinero|paquete|ordine|soldi|pacco|encomenda|dinheiro|bestelling|pakket)\b"
)
_TO = re.compile(r"(?i)(?:^|\b(?:to|is|an|ist|lautet|à|est|a|es|è|para|é|naar)\b\s*:?|[:\n])\s*")


def _items(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    """ "A refund for the brass bell": what stands after the wish; everything, where they say so."""
    whole = _WHOLE.search(text)
    if whole is not None and _WANTS.search(text):
        return [Found(items.ALL, whole.group(0))]
    named = (item_words.cut(match.group(1)) for match in _WANTS_FOR.finditer(text))
    return [Found(one, one) for one in named if one and not _NO_ITEM.match(one)]


def _item(text: str, _slot: Slot, _around: Around) -> Found | None:
    said = " ".join(text.split())[:LONGEST]
    asks = said.endswith("?") or not any(char.isalnum() for char in said)
    return None if asks else Found(said, said)


def _reasons(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    reason = reasons.read(text)
    return [] if reason == reasons.OTHER else [Found(reason, " ".join(text.split())[:LONGEST])]


def _reason(text: str, _slot: Slot, _around: Around) -> Found | None:
    said = " ".join(text.split())[:LONGEST]
    return None if said.endswith("?") or not said else Found(reasons.read(said), said)


def _addresses(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    """The address at the end of the text, in its own words."""
    for begin in reversed([match.end() for match in _TO.finditer(text)]):
        said = addresses.cut(text[begin:])
        if addresses.read(said) is not None and said[:1].isalnum():
            return [Found(said[:LONGEST], said[:LONGEST])]
    return []


def _address(text: str, slot: Slot, around: Around) -> Found | None:
    if "?" in text:  # "Can you send it to …?" is an answer, "Is that possible?" is none
        return next(iter(_addresses(text, slot, around)), None)
    said = addresses.cut(text)[:LONGEST]
    return Found(said, said) if any(char.isalnum() for char in said) else None


def _parts(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    return [Found(part, match.group(0)) for part, stems in PARTS.items() if (match := stems.search(text))][:1]


ORDER_ITEM = Kind(_items, _item)
REASON = Kind(_reasons, _reason)
POSTAL = Kind(_addresses, _address)
CONTACT_PART = Kind(_parts, newest_of(_parts))
