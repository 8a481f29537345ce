"""What a test hears of an answer, and how it asks."""

from dataclasses import dataclass, field
from functools import cache

from django.conf import LazySettings

from assistant import reading
from assistant.answering import Line
from assistant.engines import Asked, Opening
from assistant.engines.wishes import PLACE
from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText
from assistant.models import AssistantSettings, Engine
from tenants import sealing
from tests import cast
from tests.model_server.serving import Server

KEY = "sk-test-Zq81vLmKeyOfAcme77"


@dataclass
class Ear:
    """Hears an answer; `ever` is all that was shown, `now` what is shown still."""

    lets: bool = True
    openings: list[Opening] = field(default_factory=list)
    ever: list[str] = field(default_factory=list)
    now: list[str] = field(default_factory=list)

    def may_speak(self, opening: Opening) -> bool:
        """As the test wants."""
        self.openings.append(opening)
        return self.lets

    def say(self, part: str) -> None:
        """Hear it."""
        self.ever.append(part)
        self.now.append(part)

    def take_back(self) -> None:
        """It is shown no more."""
        self.now.clear()


@cache
def knowledge() -> Index:
    """The cast's articles."""
    return indexed(tuple((title, body, tuple(asked)) for title, (body, asked) in cast.ARTICLES.items()))


@cache
def indexed(articles: tuple[tuple[str, str, tuple[str, ...]], ...]) -> Index:
    """These articles, by title, body and questions."""
    return build([ArticleText(f"art_{place}", *one) for place, one in enumerate(articles)])


def asks(*said: str | tuple[str, str], index: Index | None = None, hours: str = "", conversation: str = "") -> Asked:
    """A customer's words, or (role, words); the newest last."""
    pairs = [("customer", one) if isinstance(one, str) else one for one in said]
    lines = [Line(role, text, seq) for seq, (role, text) in enumerate(pairs, 1)]  # type: ignore[arg-type]
    read = reading.read([line.text for line in lines if line.role == "customer"])
    customer = f"cus_of_{conversation}" if conversation else ""
    return Asked(lines, read, index or knowledge(), conversation_id=conversation, customer_id=customer, hours=hours)


def use(server: Server, settings: LazySettings, *, key: str = KEY, **fields: object) -> AssistantSettings:
    """Let the tenant entered now use this server as its model."""
    settings.BATON_ALLOW_LOOPBACK = True
    AssistantSettings.objects.update_or_create(
        id=1,
        defaults={
            "engine": Engine.LANGUAGE_MODEL,
            "model_address": server.address,
            "model_name": "test-model",
            "model_key": sealing.seal(key, place=PLACE) if key else "",
            **fields,
        },
    )
    return AssistantSettings.objects.get()
