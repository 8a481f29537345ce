"""The demo's mail: its server keeps what Baton sends, its pages show it safely, and nothing of it exists elsewhere."""

import smtplib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from config.bootstrap import ROOT
from config.port import listen
from config.supervisor import mail_environment, mail_program
from conversations.demo.mail import box
from tenants.models import Domain, Tenant
from tests.clients import HostClient


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """An empty data folder, with the demo on."""
    settings.DEMO, settings.DATA_DIR = True, tmp_path
    return tmp_path


@pytest.fixture
def visitor(folder: Path, acme: Tenant) -> Client:
    """A browser at the platform's own host; acme stands in for the demo's company."""
    Domain.objects.filter(tenant=acme).update(is_primary=False)
    Tenant.objects.filter(pk=acme.pk).update(schema_name="demo")
    Domain.objects.create(tenant=acme, domain="demo.localhost", is_primary=True)
    return HostClient("localhost:8000")


@pytest.fixture
def demo_server(folder: Path) -> Iterator[int]:
    """The demo's mail server, started as the supervisor starts it; gives its port."""
    with listen("127.0.0.1", 0) as listener:
        program = mail_program(listener)
        env = {**mail_environment(listener, folder), "BATON_DATA": str(folder), "BATON_DEMO": "1"}
        assert env["EMAIL_URL"] == f"smtp://127.0.0.1:{listener.getsockname()[1]}"
        running = subprocess.Popen(
            [sys.executable, *program.command[1:]],
            pass_fds=program.files,
            cwd=ROOT,
            env={**env, "DJANGO_SETTINGS_MODULE": "config.settings.test", "DATABASE_URL": "postgresql://127.0.0.1:1/x"},
        )
        try:
            yield listener.getsockname()[1]
        finally:
            running.terminate()
            assert running.wait(10) == 0


def letter() -> EmailMessage:
    """A mail such as Baton sends, with hostile words."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "Maya from Larkfield Cycles <support@demo.localhost>", "rosa@example.org"
    mail["Reply-To"], mail["Subject"] = "reply+x@demo.localhost", "Re: <b>bells</b>"
    mail["Message-ID"] = "<mail_1.2@demo.localhost>"
    mail.set_content("Maya from Larkfield Cycles:\n\nHello <script>alert(1)</script>\n")
    mail.add_alternative("<p>Hello</p><script>alert(1)</script>", subtype="html")
    return mail


def send(port: int) -> str:
    """Send the letter by SMTP; gives the key under which it is kept."""
    until = time.monotonic() + 20
    with smtplib.SMTP("127.0.0.1", port, timeout=20) as server:
        server.send_message(letter())
    while not (found := box.letters()):
        assert time.monotonic() < until
        time.sleep(0.05)
    return found[0].key


def test_a_mail_that_was_sent_is_listed_shown_and_locked_up(demo_server: int, visitor: Client) -> None:
    key = send(demo_server)
    listed = visitor.get("/mail/").content.decode()
    assert "Re: &lt;b&gt;bells&lt;/b&gt;" in listed
    assert "Hello &lt;script&gt;" in listed
    shown = visitor.get(f"/mail/{key}/").content.decode()
    assert "Reply as rosa@example.org" in shown
    assert "&lt;mail_1.2@demo.localhost&gt;" in shown
    assert "<script" not in shown
    page = visitor.get(f"/mail/{key}/html/")
    assert "sandbox" in page["Content-Security-Policy"]
    assert "default-src 'none'" in page["Content-Security-Policy"]


def test_the_empty_mailbox_teaches_how_to_get_a_mail(visitor: Client) -> None:
    page = visitor.get("/mail/").content.decode()
    assert "No mail yet" in page
    assert 'href="/mail/new/"' in page


@pytest.mark.parametrize("path", ["/mail/nothing/", "/mail/..%2F..%2Fetc/", "/mail/1.M1P1Q1.x/html/"])
def test_an_unknown_mail_is_a_404(visitor: Client, path: str) -> None:
    assert visitor.get(path).status_code == 404


def test_a_wrong_form_names_the_field_and_sends_nothing(visitor: Client) -> None:
    page = visitor.post("/mail/new/", {"name": "R", "address": "no address", "subject": "x", "text": ""})
    assert page.status_code == 200
    assert 'id="id_address_error"' in page.content.decode()
    assert 'id="id_text_error"' in page.content.decode()


def test_a_door_that_does_not_answer_is_said(visitor: Client) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = str(closed.getsockname()[1])
        page = visitor.post(
            "/mail/new/",
            {"name": "R", "address": "r@x.org", "subject": "x", "text": "hello"},
            SERVER_NAME="127.0.0.1",
            SERVER_PORT=port,
        )
    assert "does not answer" in page.content.decode()


def test_without_the_demo_there_are_no_mail_pages(visitor: Client, settings: Settings) -> None:
    settings.DEMO = False
    for path in ("/mail/", "/mail/new/", "/mail/x/", "/mail/x/html/"):
        assert visitor.get(path).status_code == 404
