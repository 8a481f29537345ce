"""A list of customers, as objects or as lines of a table."""

from collections.abc import Mapping

from django.utils.translation import gettext

from conversations.migrating.found import Contact, Found, OddError
from conversations.migrating.values import Entry, attributes_of, email_of, key_of, language_of, line_of

NAMES: Mapping[str, str] = {
    **dict.fromkeys(("external_id", "id", "user_id", "customer_id", "identifier"), "external_id"),
    **dict.fromkeys(("name", "full_name", "customer_name"), "name"),
    **dict.fromkeys(("email", "e-mail", "email_address", "mail"), "email"),
    **dict.fromkeys(("language", "lang", "locale"), "language"),
}


def read(entry: Entry) -> Found:
    """The customer that the entry is. OddError."""
    told: dict[str, object] = {}
    more: dict[str, object] = {}
    for name, value in entry.items():
        called = NAMES.get(_called(name))
        if called is not None:
            told[called] = told.get(called) or value
        elif name == "attributes" and isinstance(value, dict):
            more.update(value)
        elif value not in ("", None):
            more[_called(name)] = value
    external_id = line_of(told.get("external_id"), 128) or key_of(told.get("external_id"))
    email = email_of(told.get("email"))
    if told.get("email") not in ("", None) and not email:
        raise OddError(gettext("The e-mail address is none."))
    if not external_id and not email:
        raise OddError(gettext("It has neither an external_id nor an e-mail address."))
    return Contact(
        key=f"customers:{external_id or email}"[:200],
        external_id=external_id,
        name=line_of(told.get("name"), 120),
        email=email,
        language=language_of(told.get("language")),
        attributes=attributes_of(more),
        overrides=True,
    )


def _called(name: str) -> str:
    return "_".join(name.strip().lower().split())
