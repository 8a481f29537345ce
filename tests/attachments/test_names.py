"""What an upload is called: the sender's words, and nothing that leads or deceives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.attachments import names

NAMES = [
    ("photo.png", ".png", "photo.png"),
    ("Urlaub am Meer (2).JPEG", ".jpg", "Urlaub am Meer (2).jpeg"),
    ("/etc/passwd", ".txt", "passwd.txt"),
    ("..\\..\\windows\\win.ini", ".png", "win.png"),
    ("../../../x/", ".pdf", "file.pdf"),
    ("....", ".pdf", "file.pdf"),
    ("", ".gif", "file.gif"),
    (".htaccess", ".txt", "htaccess.txt"),
    ("invoice.pdf.exe", ".pdf", "invoice.pdf"),
    ("invoice.exe", ".pdf", "invoice.pdf"),
    ("run.bat", ".txt", "run.bat.txt"),
    ("server.log", ".txt", "server.log"),
    ("photo\u202egnp.exe", ".png", "photognp.png"),
    ("a\x00b\r\nSet-Cookie: x=1.png", ".png", "abSet-Cookie_ x=1.png"),
    ('"; filename="evil.html', ".png", "_; filename=_evil.png"),
    ("report v1.2", ".pdf", "report v1.2.pdf"),
    ("наш счёт.pdf", ".pdf", "наш счёт.pdf"),
    ("a" * 500 + ".png", ".png", "a" * 156 + ".png"),
    ("a\u200b\u2066b.png", ".png", "ab.png"),
    ("<img src=x onerror=alert(1)>.png", ".png", "_img src=x onerror=alert(1)_.png"),
]


@pytest.mark.parametrize(("given_name", "ending", "wanted"), NAMES)
def test_a_name_is_cleaned(given_name: str, ending: str, wanted: str) -> None:
    assert names.cleaned(given_name, ending) == wanted


@given(st.text(max_size=400), st.sampled_from([".png", ".jpg", ".pdf", ".txt"]))
def test_any_name_becomes_one_that_is_short_visible_and_leads_nowhere(name: str, ending: str) -> None:
    cleaned = names.cleaned(name, ending)
    assert len(cleaned) <= names.LONGEST
    assert not set(cleaned) & set('/\\<>:"|?*\x00\n\r')
    assert cleaned.endswith((ending, *names.ALSO.get(ending, ())))
    assert not cleaned.startswith(".")
    assert names.cleaned(cleaned, ending) == cleaned
