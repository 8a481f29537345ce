"""Which fields a file can fill, and which column is likely to be which."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from assistant.records.kinds import Kind

ATTRIBUTES = "attributes"
PARTS_OF_ADDRESS = ("line", "line2", "town", "region", "postcode", "country")


@dataclass(frozen=True)
class Field:
    """Something that a column can fill; names with a dot lie within another field."""

    name: str
    label: str
    also: tuple[str, ...] = ()
    needed: bool = False


_EMAIL = ("email", "e mail", "mail", "customer email", "email address", "correo", "courriel")
_ADDRESS = (
    Field("address.line", "Street and number", ("street", "address", "address 1", "strasse", "rue", "calle", "via")),
    Field("address.line2", "Address, second line", ("address 2",)),
    Field("address.town", "Town", ("city", "ort", "stadt", "ville", "ciudad", "citta", "cidade", "plaats")),
    Field("address.region", "Region", ("state or province", "province", "county")),
    Field("address.postcode", "Postcode", ("zip", "zip code", "postal code", "plz", "code postal", "cap")),
    Field("address.country", "Country", ("land", "pays", "pais", "paese")),
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "orders": (
        Field(
            "number", "Order number", ("order", "order number", "order id", "order no", "bestellnummer"), needed=True
        ),
        Field("email", "E-mail address", _EMAIL, needed=True),
        Field("name", "Customer's name", ("customer", "customer name", "kunde", "client")),
        Field("state", "State", ("status", "order status", "order state", "zustand", "estado"), needed=True),
        Field("placed_at", "Placed on", ("date", "order date", "created", "created at", "datum", "fecha"), needed=True),
        Field("shipped_at", "Shipped on", ("shipped", "shipping date", "versendet")),
        Field("delivered_at", "Delivered on", ("delivered", "delivery date", "geliefert")),
        Field("total", "Total", ("amount", "order total", "sum", "betrag", "summe", "importe"), needed=True),
        Field("refunded", "Refunded of it", ("refund", "refunded amount")),
        Field("currency", "Currency", ("waehrung", "devise", "moneda")),
        *_ADDRESS,
        Field("tracking", "Tracking number", ("tracking number", "parcel number", "sendungsnummer")),
        Field("tracking_url", "Tracking link", ("tracking link",)),
        Field("item.line", "Item: line", ("line", "item line", "position")),
        Field("item.sku", "Item: SKU", ("sku", "item sku", "article number", "artikelnummer")),
        Field("item.name", "Item: name", ("item", "item name", "product", "product name", "artikel")),
        Field("item.quantity", "Item: quantity", ("quantity", "qty", "item quantity", "menge", "anzahl")),
        Field("item.price", "Item: price of one", ("price", "item price", "unit price", "preis", "einzelpreis")),
        Field("item.refunded", "Item: pieces refunded", ("item refunded",)),
    ),
    "products": (
        Field("sku", "SKU", ("article number", "product id", "artikelnummer", "code"), needed=True),
        Field("name", "Name", ("product", "product name", "title", "titel", "nom", "nombre", "nome"), needed=True),
        Field("category", "Category", ("type", "kategorie", "categoria")),
        Field("description", "Description", ("text", "details", "beschreibung")),
        Field("price", "Price", ("amount", "unit price", "preis", "prix", "precio", "prezzo"), needed=True),
        Field("currency", "Currency", ("waehrung", "devise", "moneda")),
        Field("stock", "In stock", ("quantity", "qty", "inventory", "bestand", "lager")),
        Field("url", "Page", ("link", "page")),
    ),
    "persons": (
        Field("email", "E-mail address", _EMAIL, needed=True),
        Field("name", "Name", ("customer", "customer name", "full name", "kunde", "nom", "nombre", "nome", "naam")),
        Field("phone", "Phone", ("telephone", "mobile", "phone number", "telefon")),
        *_ADDRESS,
    ),
    "tickets": (
        Field("number", "Ticket number", ("ticket", "ticket number", "ticket id", "id"), needed=True),
        Field("email", "E-mail address", _EMAIL, needed=True),
        Field("name", "Customer's name", ("customer", "customer name", "requester")),
        Field("subject", "Subject", ("title", "betreff", "asunto", "objet"), needed=True),
        Field("state", "State", ("status", "zustand")),
        Field("opened_at", "Opened on", ("opened", "created", "created at", "date")),
        Field("newest", "Newest entry", ("comment", "last comment", "note", "entry")),
    ),
}
MOMENTS = frozenset({"placed_at", "shipped_at", "delivered_at", "opened_at"})
AMOUNTS = frozenset({"total", "refunded", "price", "item.price"})
_NO_LETTER = re.compile(r"[^\w]+|_")


class MappingError(ValueError):
    """The columns do not fit; the message says why."""


def guess(kind: Kind, columns: Sequence[str]) -> dict[str, str]:
    """The field that each column is likely to fill: {field: column}, each column once."""
    plain = {_plain(column): column for column in reversed(columns)}
    found: dict[str, str] = {}
    for field in FIELDS[kind.name]:
        names = (field.name.replace(".", " "), field.label, *field.also)
        column = next((plain[name] for name in map(_plain, names) if name in plain), None)
        if column is not None and column not in found.values():
            found[field.name] = column
    return found


def check(kind: Kind, columns: Sequence[str], mapping: Mapping[str, str], attributes: Iterable[str]) -> None:
    """MappingError unless every field and every column exists, and the key is among them."""
    known = {field.name for field in FIELDS[kind.name]}
    for field, column in mapping.items():
        if field not in known:
            raise MappingError(gettext("{field} is no field of {name}.").format(field=field, name=kind.name))
        if column not in columns:
            raise MappingError(gettext("There is no column called {column}.").format(column=column))
    if kind.key not in mapping:
        label = next(field.label for field in FIELDS[kind.name] if field.name == kind.key)
        raise MappingError(gettext("Choose the column that holds the {label}.").format(label=label.lower()))
    if set(attributes) - set(columns):
        raise MappingError(gettext("There is no such column to keep as an attribute."))
    if list(attributes) and kind.name not in ("products", "persons"):
        raise MappingError(gettext("{name} have no attributes of their own.").format(name=kind.name.capitalize()))


def _plain(name: str) -> str:
    return " ".join(_NO_LETTER.sub(" ", name.casefold().replace("ä", "ae").replace("ß", "ss")).split())
