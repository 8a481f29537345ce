"""Keys change while Baton runs: what was signed and sealed before is good, and is sealed anew by a command."""

import re
import time
from pathlib import Path

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from agents import enrolling, idempotency, letters, second_factor
from agents.models import Role, SignOn
from assistant.connector import wanted
from assistant.engines import wishes
from assistant.models import AssistantSettings, Connector
from conversations import resealing
from conversations.identity import secrets as identity
from conversations.models import WebhookEndpoint
from conversations.outbound import addresses
from conversations.webhooks import secrets as webhooks
from conversations.widget import visitors
from tenants import current, cursors, owner, proofs, sealing
from tenants.models import Job, Tenant
from tenants.sealing import SealBrokenError
from tenants.trail import audit
from tests import cast

ROOT = Path(__file__).resolve().parent.parent.parent
NEW = "another key, made for this test alone"
# Each module that seals something, and where it is sealed anew; what lives for minutes in a session is not.
SEALS = {
    "agents/second_factor.py": second_factor.PLACE,
    "agents/idempotency.py": idempotency.PLACE,
    "agents/letters.py": letters.PLACE,
    "agents/sign_on.py": "agents_signon.client_secret.1",
    "agents/enrolling.py": "",
    "conversations/identity/secrets.py": identity.SECRET,
    "conversations/settings/connector.py": wanted.PLACE,
    "conversations/settings/engine.py": wishes.PLACE,
    "conversations/webhooks/secrets.py": webhooks.PLACE,
}


def change_the_key(settings: Settings) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [settings.SECRET_KEY]


def forget_the_old_one(settings: Settings) -> None:
    settings.SECRET_KEY_FALLBACKS = []


def test_every_module_that_seals_is_known_here() -> None:
    apps = ("agents", "assistant", "billing", "config", "conversations", "escalation", "tenants")
    files = [file for app in apps for file in (ROOT / app).rglob("*.py")]
    found = {str(file.relative_to(ROOT)) for file in files if re.search(r"sealing\.seal\(", file.read_text())}
    assert found == set(SEALS)
    assert enrolling.PLACE.startswith("session.")
    places = {column.place for column in resealing.COLUMNS} | {second_factor.PLACE, letters.PLACE, ""}
    assert set(SEALS.values()) <= places


def test_all_secrets_are_sealed_anew_and_are_read_without_the_old_key(in_acme: Tenant, settings: Settings) -> None:
    olive = cast.agent("olive", Role.OWNER)
    secret = second_factor.new_secret()
    codes = second_factor.switch_on(olive, secret, _code(secret))
    signing = identity.rotate(keep_old=False, actor=audit.by_system())
    AssistantSettings.objects.update_or_create(
        pk=1, defaults={"model_key": sealing.seal("of the model", place=wishes.PLACE)}
    )
    Connector.objects.update_or_create(
        pk=1,
        defaults={
            "secret": sealing.seal("new", place=wanted.PLACE),
            "old_secret": sealing.seal("old", place=wanted.OLD_PLACE),
        },
    )
    endpoint = WebhookEndpoint(url="https://example.com/hook", types=["*"])
    told = webhooks.give(endpoint)
    endpoint.save()
    letters.write_reset("olive@example.com", origin="https://acme.example")
    change_the_key(settings)
    current.leave()
    call_command("rotate_keys", verbosity=0)
    with current.entered(in_acme):
        assert resealing.company().renewed == 0, "nothing is left to do"
    forget_the_old_one(settings)
    with current.entered(in_acme):
        assert resealing.company().broken == ()
        assert resealing.company().found == 8
        assert identity.good_now(identity.stored()) == [signing]
        assert sealing.unseal(AssistantSettings.objects.get().model_key, place=wishes.PLACE) == "of the model"
        assert webhooks.keys(WebhookEndpoint.objects.get(), endpoint.created_at) == [told]
        assert codes is not None
        assert second_factor.accept(olive, codes[0]), "recovery codes too"
        job = Job.objects.get(schema_name="acme", kind=letters.RESET)
        assert sealing.unseal(str(job.ids["to"]), place=letters.PLACE) == "olive@example.com"


def test_a_secret_that_no_key_opens_is_named_and_the_rest_is_done(in_acme: Tenant, settings: Settings) -> None:
    identity.rotate(keep_old=False, actor=audit.by_system())
    SignOn.objects.create(issuer="https://id.example", client_id="baton", client_secret="AAAA")
    change_the_key(settings)
    current.leave()
    with pytest.raises(CommandError, match=r"acme\.agents_signon\.client_secret of 1 cannot be read"):
        call_command("rotate_keys", verbosity=0)
    forget_the_old_one(settings)
    with current.entered(in_acme):
        assert identity.good_now(identity.stored())


def test_what_was_given_out_lives_on_while_the_old_key_is_a_fallback(
    acme: Tenant, acme_client: Client, settings: Settings
) -> None:
    with current.entered(acme):
        cast.agent("alice", Role.ADMIN)
        carol = cast.customer()
        conversation = cast.says(carol, "Hello")
        visitor = visitors.token(carol)
        address = addresses.reply_to(str(conversation.id))
        cursor = cursors.marked("a list", [1])
        link = proofs.token("survey", "one")
    cast.signed_in(acme_client, "alice@example.com")
    change_the_key(settings)
    assert acme_client.get("/api/v1/me").status_code == 200
    with current.entered(acme):
        assert visitors.known(visitor) == carol
        assert addresses.conversation_of(address) == str(conversation.id)
        assert cursors.opened("a list", cursor) == [1]
        assert proofs.token("survey", "one", kept=proofs.digest(link)) == link
        assert proofs.token("survey", "two") != proofs.token("survey", "one")
    forget_the_old_one(settings)
    assert acme_client.get("/api/v1/me").status_code == 200, "who came meanwhile is signed in under the new one"
    with current.entered(acme):
        assert visitors.known(visitor) is None
        assert addresses.conversation_of(address) is None


def test_a_secret_is_good_at_its_own_place_and_name_alone(acme: Tenant, globex: Tenant) -> None:
    with current.entered(acme):
        sealed = sealing.seal("word", place="here")
        with pytest.raises(SealBrokenError):
            sealing.renewed(sealed, place="there")
    with current.entered(globex):
        with pytest.raises(SealBrokenError):
            sealing.unseal(sealed, place="here")
        assert sealing.unseal(sealing.renewed(sealed, place="here", of="acme"), place="here") == "word"


def _code(secret: str) -> str:
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30)))


def test_the_databases_password_changes_by_a_second_user_that_acts_as_the_first(own_database: str) -> None:
    told = current.connection.settings_dict
    with owner.connected() as line:
        for statement in (
            f"CREATE ROLE test_second LOGIN PASSWORD 'another' IN ROLE {told['USER']}",
            "GRANT baton_app TO test_second",
            f"ALTER ROLE test_second SET role = {told['USER']}",
        ):
            line.execute(statement.encode())
        try:
            told["USER"], told["PASSWORD"] = "test_second", "another"
            current.connection.close()
            with owner.connected() as second:
                assert second.execute("SELECT current_user").fetchone() == (line.info.user,)
                second.execute("CREATE SCHEMA by_second; DROP SCHEMA by_second")
            with current.connection.cursor() as cursor:
                cursor.execute("SELECT session_user, current_user")
                assert cursor.fetchone() == ("test_second", "baton_app")
        finally:
            current.connection.close()
            told["USER"], told["PASSWORD"] = line.info.user, line.info.password
            line.execute("DROP ROLE test_second")
