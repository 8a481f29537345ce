"""The guides: `docs/api/*.md`, in the order in which one reads them."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings

from conversations.platform import reading

FOLDER = settings.BASE_DIR / "docs" / "api"
NAMES = {
    "quick-start": "From a token to a conversation, in five minutes.",
    "requests": "Tokens, errors, pages, idempotency, limits: what holds for every call.",
    "python": "The Python client, which does all of that for you.",
    "embedding": "Put the chat on your site, and tell it who is there.",
    "own-channel": "Connect a channel of your own, such as an app or a messenger.",
    "outside-assistant": "Let an AI of your own answer, under the same rules.",
    "receiving-webhooks": "Be told what happens, and check that it was us.",
    "order-system": "Let the assistant look into your orders and appointments.",
    "warehouse": "Conversations, messages and figures in tables of your own.",
    "migrating": "Bring conversations, customers and articles from elsewhere.",
    "changes": "What changed, and how we change things.",
}
EXAMPLE_HOST, EXAMPLE_PLATFORM = "https://acme.baton.example", "https://baton.example"


@dataclass(frozen=True)
class Guide:
    """A guide: its name in the address, its title, what it is about, and its words as HTML."""

    name: str
    title: str
    about: str
    html: str


@cache
def listed() -> tuple[Guide, ...]:
    """All of them."""
    return tuple(guide(name, EXAMPLE_HOST, EXAMPLE_PLATFORM) for name in NAMES)


def guide(name: str, host: str, platform: str) -> Guide:
    """The guide, with the addresses of the company and the platform in its examples. KeyError for no such guide."""
    title, html = _rendered(name)
    return Guide(name, title, NAMES[name], html.replace(EXAMPLE_HOST, host).replace(EXAMPLE_PLATFORM, platform))


@cache
def _rendered(name: str) -> tuple[str, str]:
    return reading.rendered((FOLDER / f"{name}.md").read_text("utf-8"))
