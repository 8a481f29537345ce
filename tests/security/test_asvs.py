"""The table of OWASP's ASVS is whole, points at tests that there are, and says why where there is none."""

import re
from dataclasses import dataclass
from math import log2

from django.conf import global_settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.utils import crypto

from agents import second_factor, tickets, tokens
from config.settings.base import BASE_DIR
from tenants import sealing, signing
from tests.security import pointing

FOLDER = BASE_DIR / "docs" / "security"
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (kept|partly|operator|no such|not kept) \| (.+) \|$")
TESTS = re.compile(r"`((?:tests|frontend/tests)/[\w./-]+(?:::\w+)?)`")
PAGES = re.compile(r"\[[\w.]+\]\(([\w./]+)#([\w-]+)\)")
# The numbers of requirements in each section of 5.0.0, those of level 1 first.
NUMBERS = """
1.1 - 1 2; 1.2 1 2 3 4 5 - 6 7 8 9; 1.3 1 2 - 3 4 5 6 7 8 9 10 11; 1.4 - 1 2 3; 1.5 1 - 2; 2.1 1 - 2 3;
2.2 1 2 - 3; 2.3 1 - 2 3 4; 2.4 - 1; 3.2 1 2 -; 3.3 1 - 2 3 4; 3.4 1 2 - 3 4 5 6; 3.5 1 2 3 - 4 5; 3.7 - 1 2;
4.1 1 - 2 3; 4.2 - 1; 4.3 - 1 2; 4.4 1 - 2 3 4; 5.1 - 1; 5.2 1 2 - 3; 5.3 1 2 -; 5.4 - 1 2 3; 6.1 1 - 2 3;
6.2 1 2 3 4 5 6 7 8 - 9 10 11 12; 6.3 1 2 - 3 4; 6.4 1 2 - 3 4; 6.5 - 1 2 3 4 5; 6.6 - 1 2 3; 6.8 - 1 2 3 4;
7.1 - 1 2 3; 7.2 1 2 3 4 -; 7.3 - 1 2; 7.4 1 2 - 3 4 5; 7.5 - 1 2; 7.6 - 1 2; 8.1 1 - 2; 8.2 1 2 - 3; 8.3 1 -;
8.4 - 1; 9.1 1 2 3 -; 9.2 1 - 2 3 4; 10.1 - 1 2; 10.2 - 1 2; 10.3 - 1 2 3 4; 10.4 1 2 3 4 5 - 6 7 8 9 10 11;
10.5 - 1 2 3 4 5; 10.6 - 1 2; 10.7 - 1 2 3; 11.1 - 1 2; 11.2 - 1 2 3; 11.3 1 2 - 3; 11.4 1 - 2 3 4; 11.5 - 1;
11.6 - 1; 12.1 1 - 2 3; 12.2 1 2 -; 12.3 - 1 2 3 4; 13.1 - 1; 13.2 - 1 2 3 4 5; 13.3 - 1 2; 13.4 1 - 2 3 4 5;
14.1 - 1 2; 14.2 1 - 2 3 4; 14.3 1 - 2 3; 15.1 1 - 2 3; 15.2 1 - 2 3; 15.3 1 - 2 3 4 5 6 7; 16.1 - 1;
16.2 - 1 2 3 4 5; 16.3 - 1 2 3 4; 16.4 - 1 2 3; 16.5 - 1 2 3; 17.1 - 1; 17.2 - 1 2 3 4; 17.3 - 1 2
"""
LEAKED = re.compile(
    r"sk_live_[A-Za-z0-9]{10}|rk_live_[A-Za-z0-9]{10}|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{30}|xox[bap]-[0-9]{8}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----|AIza[A-Za-z0-9_-]{35}"
)
CODE = ("agents", "assistant", "billing", "config", "conversations", "deploy", "escalation", "tenants", "frontend/src")


@dataclass(frozen=True)
class Requirement:
    """A row of the table."""

    number: str
    level: int
    stands: str
    by: str


def table() -> list[Requirement]:
    """All rows."""
    lines = [line for line in (FOLDER / "asvs.md").read_text().splitlines() if re.match(r"\| \d", line)]
    found = [ROW.match(line) for line in lines]
    assert [line for line, one in zip(lines, found, strict=True) if one is None] == []
    return [Requirement(one[1], int(one[2]), one[4], one[5]) for one in found if one is not None]


def numbers() -> set[tuple[str, int]]:
    """Each requirement of levels 1 and 2, with its level."""
    wanted = set()
    for section in NUMBERS.split(";"):
        name, *rest = section.split()
        second = rest.index("-")
        wanted |= {(f"{name}.{number}", 1) for number in rest[:second]}
        wanted |= {(f"{name}.{number}", 2) for number in rest[second + 1 :]}
    return wanted


def test_every_requirement_of_both_levels_stands_there_once() -> None:
    rows = [(one.number, one.level) for one in table()]
    assert (len(numbers()), len([one for one in numbers() if one[1] == 1])) == (253, 70)
    assert len(rows) == len(set(rows))
    assert sorted(numbers() ^ set(rows)) == []


def test_every_test_and_every_page_that_is_named_is_there() -> None:
    rows = table()
    named = sorted({test for one in rows for test in TESTS.findall(one.by)})
    assert len(named) > 100
    assert pointing.missing(named) == []
    for page, place in {found for one in rows for found in PAGES.findall(one.by)}:
        headings = re.findall(r"^#+ (.+)$", (FOLDER / page).read_text(), re.MULTILINE)
        assert place in {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}, (page, place)


def test_what_is_kept_names_a_test_or_a_page_and_all_else_a_reason() -> None:
    for one in table():
        proof = TESTS.search(one.by) or PAGES.search(one.by)
        reason = TESTS.sub("", one.by).strip(" ;,")
        assert proof if one.stands == "kept" else len(reason.split()) >= 3, one


def test_so_many_common_passwords_of_our_length_are_refused() -> None:
    assert len([one for one in CommonPasswordValidator().passwords if len(one) >= 10]) >= 1780


def test_passwords_are_hashed_slowly() -> None:
    assert global_settings.PASSWORD_HASHERS[0].endswith(PBKDF2PasswordHasher.__name__)
    assert PBKDF2PasswordHasher.iterations >= 600_000
    assert "PASSWORD_HASHERS" not in (BASE_DIR / "config/settings/prod.py").read_text()
    assert "PASSWORD_HASHERS" not in (BASE_DIR / "config/settings/base.py").read_text()


def test_what_must_not_be_guessed_is_long_enough() -> None:
    drawn = [crypto.get_random_string(32, VALID_KEY_CHARS) for _ in range(50)]  # as sessions draw their keys
    assert len(set(drawn)) == 50
    assert 32 * log2(len(VALID_KEY_CHARS)) > 128
    assert {tokens.BYTES, tickets.BYTES, signing.BYTES} == {32}
    assert len(second_factor.new_secret()) * 5 >= 128
    assert sealing.NONCE_BYTES == 12
    assert log2(10**6) > 19.9


def test_no_secret_lies_in_the_code() -> None:
    kinds = {".py", ".ts", ".tsx", ".json", ".yaml", ".yml", ".toml", ".conf", ".env", ".example", ".html"}
    files = [path for folder in CODE for path in (BASE_DIR / folder).rglob("*") if path.suffix in kinds]
    assert len(files) > 1000
    assert [str(path) for path in files if LEAKED.search(path.read_text(errors="replace"))] == []
