"""The long polls, which are served before Django: for everybody who may come to their doors."""

from agents.models import Role
from tests.isolation.talks import SECRET, Talks, suspend
from tests.polling import Poll
from tests.sockets import cookie, run

DESK, WIDGET = "/api/v1/updates?wait=0", "/api/v1/widget/events?wait=0"


def asked(path: str, **how: str) -> tuple[int, str]:
    """The status and the body of a poll that does not wait."""
    seen: list[tuple[int, str]] = []

    async def story() -> None:
        reply = await Poll(path, **how).get()
        seen.append((reply.status, reply.body.decode()))

    run(story)
    return seen[0]


def test_a_poll_shows_nothing_of_another_company_to_anybody(talks: Talks) -> None:
    ours, theirs = cookie(talks.keys[Role.OWNER]), cookie(talks.their_key)
    assert asked(DESK, cookie=ours)[0] == 200
    assert asked(DESK, cookie=theirs)[0] == 401
    assert asked(DESK)[0] == 401
    watching = asked(f"{DESK}&conversation_id={talks.theirs}", cookie=ours)
    assert (watching[0], SECRET in watching[1]) == (404, False)
    status, body = asked(WIDGET, token=talks.visitor)
    assert (status, "Good morning" in body) == (200, True)
    assert asked(WIDGET, token=talks.their_visitor)[0] == 401
    assert asked(WIDGET)[0] == 401
    assert asked(DESK, cookie=ours, host="stranger.localhost")[0] == 404


def test_the_polls_of_a_suspended_company_are_closed(talks: Talks) -> None:
    suspend(talks.acme)
    for path, how in (
        (DESK, {"cookie": cookie(talks.keys[Role.OWNER])}),
        (WIDGET, {"token": talks.visitor}),
        (DESK, {}),
    ):
        status, body = asked(path, **how)
        assert (status, "workspace_suspended" in body) == (403, True), path
