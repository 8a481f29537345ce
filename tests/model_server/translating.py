"""A model that translates: by its phrases, else word by word as far as it knows them."""

import json
from collections.abc import Mapping, Sequence

from tests.model_server.serving import Json, Model, Wire, data_of

PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "Wo ist mein Paket? Ich warte seit fünf Tagen.": "Where is my parcel? I have been waiting for five days.",
        "Ich sehe für Sie nach.": "I am looking into it.",
        "Noch etwas: wann kommt es denn an?": "One more thing: when does it arrive?",
        "Danke, das hilft mir sehr weiter!": "Thank you, that helps me a lot!",
    },
    "de": {
        "I am sorry. Your parcel arrives tomorrow.": "Das tut mir leid. Ihr Paket kommt morgen an.",
        "Let me look.": "Ich sehe nach.",
    },
}


def translations_of(asked: Json, phrases: Mapping[str, Mapping[str, str]] = PHRASES) -> list[Json]:
    """What it says to each text of a request."""
    data = data_of(asked)
    known = phrases.get(data["into"], {})
    source = "de" if data["into"] == "en" else "en"
    return [
        {"id": one["id"], "language": source, "translation": known.get(one["text"], f"<{one['text']}>")}
        for one in data["texts"]
    ]


def translates(phrases: Mapping[str, Mapping[str, str]] = PHRASES) -> Model:
    """The model."""

    def think(wire: Wire) -> None:
        answers(translations_of(wire.asked, phrases))(wire)

    return think


def answers(translations: Sequence[Json]) -> Model:
    """A model that always gives these, whatever it was asked."""

    def think(wire: Wire) -> None:
        wire.begin()
        wire.words(json.dumps({"translations": list(translations)}, ensure_ascii=False), piece=64)
        wire.done()

    return think
