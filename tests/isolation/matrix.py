"""The questions asked of every row of the table; each gives a line for whatever is wrong, and none when all is well."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle
from string import Formatter
from typing import Any

from django.urls import resolve

from agents.models import Role
from agents.permissions import ORDER, Acting
from tests.isolation.listing import plain_of, told
from tests.isolation.playing import Answer, Caller, Player
from tests.isolation.row import Row, Who
from tests.isolation.stage import OPERATOR, SOMEBODY_ELSE, VERIFIED, VISITOR, Company

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
NOT_OF_A_COMPANY = {
    "article_version",
    "skill",
    "uuid",
    "password",
    "rest",
    "file",
    "picture",
    "epoch",
    "row",
    "rules_version",
    "other_company",
    "dead_letter",
}
ROLES = [Role.VIEWER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.OWNER]
CUSTOMERS = (Who.VISITOR, Who.VERIFIED)
STRANGER = Caller("a stranger")
Wrong = list[str]


def callers(company: Company) -> dict[str, Caller]:
    """Everybody who may come, by name: a stranger, customers, each role, an operator who is a viewer by role."""
    signed_in = {name: Caller(name, session=key, own=company.own[name]) for name, key in company.sessions.items()}
    visitor = Caller(VISITOR, bearer=company.visitor, own=company.own[VISITOR])
    verified = Caller(VERIFIED, bearer=company.verified, own=company.own[VERIFIED])
    return {STRANGER.name: STRANGER, VISITOR: visitor, VERIFIED: verified, **signed_in}


def may(row: Row, name: str) -> bool:
    """Whether the caller of that name may, by the table."""
    if row.who is Who.ANYONE:
        return True
    if row.who is Who.VISITOR and name == VERIFIED:
        return True
    if row.who in {*CUSTOMERS, Who.OPERATOR}:
        return name == row.who.value
    role = Role.VIEWER if name == OPERATOR else name
    return row.who.value in ORDER and role in ORDER and ORDER.index(Role(role)) >= ORDER.index(Role(row.who.value))


def least(row: Row, company: Company) -> Caller | None:
    """The least of those who may; None for the mail server's row."""
    if row.who is Who.TOKEN:
        return Caller(f"a token for {row.scope}", bearer=company.tokens[row.scope])
    who = callers(company)
    return STRANGER if row.who is Who.ANYONE else who.get(row.who.value)


def by_role(player: Player, theirs: Company, rows: Iterable[Row], name: str) -> Wrong:
    """Whoever may gets what they ask for; everybody else is refused, sees nothing, and changes nothing."""
    caller = callers(player.company)[name]
    wrong: Wrong = []
    for row in rows:
        answer = player.play(row, caller)
        if may(row, name):
            wrong += _unless(answer.succeeded(row), row, caller, answer, "should have been let in")
            wrong += _unless(theirs.mark not in answer.text, row, caller, answer, "shows what another company wrote")
            wrong += _unless(_stays_here(answer, theirs), row, caller, answer, "wrote to another company")
        else:
            wrong += _refusal(player, row, caller, answer)
    return wrong


def by_token(player: Player, rows: Iterable[Row]) -> Wrong:
    """A token with the one right scope is let in; with all others, or where the row names none, it is refused.

    It acts for an owner, where that matters.
    """
    wrong: Wrong = []
    owner, own = player.company.agents[Role.OWNER], player.company.own[Role.OWNER]
    for row in rows:
        if row.who in {Who.ANYONE, *CUSTOMERS, Who.MAIL_SERVER}:
            continue
        others = Caller(
            "a token for all other scopes", bearer=player.company.tokens[f"all but {row.scope}"], agent=owner, own=own
        )
        wrong += _refusal(player, row, others, player.play(row, others))
        if row.scope:
            caller = Caller(f"a token for {row.scope}", bearer=player.company.tokens[row.scope], agent=owner, own=own)
            answer = player.play(row, caller)
            wrong += _unless(answer.succeeded(row), row, caller, answer, "should have been let in")
    return wrong


def for_whom(player: Player, theirs: Company, rows: Iterable[Row]) -> Wrong:
    """A token that has to act for a person changes nothing for nobody, a stranger, one switched off, too low a role.

    They come in turn, since one place decides it.
    """
    company, everything = player.company, player.company.tokens["all but "]
    wrong: Wrong = []
    turns = cycle(["nobody", "their owner", "one switched off", "too low a role"])
    for row, turn in zip((row for row in rows if row.scope and _acts(row)), turns, strict=False):
        lower = [role for role in ROLES if not may(row, role.value)]
        acting = {"their owner": theirs.agents[Role.OWNER], "one switched off": company.agents["gone"]}
        acting |= {"too low a role": company.agents[lower[-1]]} if lower else {}
        caller = Caller(f"a token for {turn}", bearer=everything, agent=acting.get(turn, ""))
        answer = player.play(row, caller)
        said = "Baton-Agent" in answer.text and answer.status == (403 if caller.agent else 422)
        wrong += _unless(said, row, caller, answer, "should have been told why not")
        wrong += _unless(not answer.written, row, caller, answer, f"wrote to {sorted(answer.written)}")
    return wrong


def with_foreign_things(player: Player, theirs: Company, rows: Iterable[Row]) -> Wrong:
    """With a thing of another company in the place of one's own, in the address or in the body, nothing is found."""
    wrong: Wrong = []
    for row in rows:
        caller = least(row, player.company)
        for name in sorted(_named(row) - NOT_OF_A_COMPANY):
            if caller is None:
                continue
            answer = player.play(row, caller, things={name: _theirs(theirs, caller, name)})
            wrong += _not_found(player, row, caller, answer, f"with another company's {name}")
            wrong += _unless(theirs.mark not in answer.text, row, caller, answer, "shows what another company wrote")
    return wrong


def with_somebody_elses(player: Player, rows: Iterable[Row]) -> Wrong:
    """What is personal is nobody else's, in the same company neither."""
    wrong: Wrong = []
    for row in rows:
        caller = least(row, player.company)
        for name in row.personal:
            assert caller is not None
            answer = player.play(row, caller, things={name: player.company.own[SOMEBODY_ELSE][name]})
            wrong += _not_found(player, row, caller, answer, f"with somebody else's {name}")
    return wrong


def with_foreign_proof(player: Player, theirs: Company, rows: Iterable[Row]) -> Wrong:
    """A session, a visitor's token or an API token of another company is worth nothing at this company's host."""
    owner = Caller("their owner", session=theirs.sessions[Role.OWNER])
    operator = Caller("their operator", session=theirs.sessions[OPERATOR])
    customers = [Caller("their visitor", bearer=theirs.visitor), Caller("theirs, verified", bearer=theirs.verified)]
    token = Caller("their token for everything", bearer=theirs.tokens["all but "])
    wrong: Wrong = []
    for row in rows:
        tried = {
            Who.ANYONE: [],
            **{one: [owner, *customers, token] for one in CUSTOMERS},
            Who.OPERATOR: [owner, operator],
        }
        for caller in tried.get(row.who, [owner, token]):
            wrong += _refusal(player, row, caller, player.play(row, caller))
    return wrong


def at_closed_doors(player: Player, rows: Iterable[Row], *, code: str) -> Wrong:
    """At a door that is closed everybody is refused with 403 and the code, whoever they are; they come in turn."""
    who = callers(player.company)
    chosen = [who[name] for name in (STRANGER.name, VISITOR, VERIFIED, Role.OWNER.value, OPERATOR)]
    chosen += [Caller("a token for everything", bearer=player.company.tokens["all but "])]
    wrong: Wrong = []
    for row, caller in zip(rows, cycle(chosen), strict=False):
        answer = player.play(row, caller)
        said = code in answer.text if row.address.startswith("/api/") else True
        wrong += _unless(answer.status == 403 and said, row, caller, answer, "should have found the door closed")
        wrong += _unless(not answer.written, row, caller, answer, f"wrote to {sorted(answer.written)}")
    return wrong


def by_other_methods(player: Player, rows: Sequence[Row], name: str) -> Wrong:
    """A method that the table does not name is refused to everybody."""
    caller, known = callers(player.company)[name], told(rows)
    wrong: Wrong = []
    for row in {plain_of(row): row for row in rows}.values():
        for method in (method for method in METHODS if method not in known[plain_of(row)]):
            asked = Row(method, row.address, row.who)
            wrong += _refusal(player, asked, caller, player.play(asked, caller))
    return wrong


def without_csrf(player: Player, rows: Iterable[Row]) -> Wrong:
    """What a session may change needs the CSRF token too; the cookie alone comes with any site's form."""
    wrong: Wrong = []
    for row in rows:
        caller = least(row, player.company)
        if row.method == "GET" or not row.csrf or caller is None:
            continue
        answer = player.play(row, caller, strict=True)
        wrong += _unless(answer.status == 403, row, caller, answer, "should have needed the CSRF token")
        wrong += _unless(not answer.written, row, caller, answer, f"wrote to {sorted(answer.written)}")
    return wrong


def _acts(row: Row) -> bool:
    """Whether the row's operation is one that a token does for a person."""
    view: Any = resolve(row.address.partition("?")[0].format(**dict.fromkeys(_named(row), "1")), "config.urls").func
    return isinstance(view.cls.scopes.get(row.method), Acting)


def _named(row: Row) -> set[str]:
    """The things that the row names, in its address and in its body."""
    parts = [row.address, *_texts(row.body), *_texts(row.form)]
    return {name for part in parts for _text, name, _spec, _conversion in Formatter().parse(part) if name}


def _texts(body: Any) -> Iterator[str]:
    match body:
        case dict():
            yield from (text for value in body.values() for text in _texts(value))
        case list():
            yield from (text for value in body for text in _texts(value))
        case str():
            yield body


def _theirs(theirs: Company, caller: Caller, name: str) -> str:
    return theirs.things.get(name) or theirs.own[caller.name][name]


def _stays_here(answer: Answer, theirs: Company) -> bool:
    """Operators alone write elsewhere: what they did, into the other company's audit log."""
    return not any(t.startswith(f"{theirs.schema}.") and not t.endswith(".trail_auditentry") for t in answer.written)


def _refusal(player: Player, row: Row, caller: Caller, answer: Answer) -> Wrong:
    wrong = _unless(answer.refused, row, caller, answer, "should have been refused")
    wrong += _unless(player.company.mark not in answer.text, row, caller, answer, "shows what the company wrote")
    return wrong + _unless(not answer.written, row, caller, answer, f"wrote to {sorted(answer.written)}")


def _not_found(player: Player, row: Row, caller: Caller, answer: Answer, how: str) -> Wrong:
    wrong = _unless(answer.refused or answer.status == 422, row, caller, answer, f"{how} should have found nothing")
    return wrong + _unless(not answer.written, row, caller, answer, f"{how} wrote to {sorted(answer.written)}")


def _unless(well: bool, row: Row, caller: Caller, answer: Answer, what: str) -> Wrong:  # noqa: FBT001
    return [] if well else [f"{row.method} {row.address} as {caller.name}: {answer.status}, {what}"]
