"""Who was refused and asks on at once is refused from memory, for two seconds, and nobody else is."""

import json
from typing import Any

from django.http import HttpResponse, JsonResponse

from config import refused
from config.refused import MOST, Refusals


class Clock:
    """A clock that is moved by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def scope(
    path: str = "/api/v1/conversations", *, who: str | None = "one", host: str = "acme.localhost"
) -> dict[str, Any]:
    """A request as the handler gets it."""
    headers = [(b"host", host.encode()), (b"accept", b"*/*")]
    told = [(b"authorization", f"Bearer {who}".encode())] if who is not None else []
    return {"method": "GET", "path": path, "headers": [*headers, *told]}


def refusal(headers: dict[str, str], status: int = 429) -> HttpResponse:
    """What the limit says."""
    error = {"type": "rate_limit_error", "code": "rate_limited", "message": "Too many.", "request_id": "req_first"}
    return JsonResponse({"error": error}, status=status, headers=headers)


def test_the_same_request_is_refused_again_under_an_id_of_its_own_and_looked_at_anew_after_two_seconds() -> None:
    clock = Clock()
    known = Refusals(clock)
    known.note(scope(), refusal({"Retry-After": "30", "X-RateLimit-Limit": "600", "X-Request-Id": "req_first"}))
    clock.now += 1.5
    again = known.of(scope())
    assert again is not None
    assert (again.status_code, again["Retry-After"], again["X-RateLimit-Limit"]) == (429, "29", "600")
    error = json.loads(again.content)["error"]
    assert error["code"] == "rate_limited"
    assert error["request_id"] == again["X-Request-Id"] != "req_first"
    clock.now += 0.5
    assert known.of(scope()) is None
    assert len(known) == 0


def test_another_token_company_address_or_person_is_not_refused() -> None:
    known = Refusals(Clock())
    known.note(scope(), refusal({"Retry-After": "30"}))
    others = [scope(who="two"), scope(host="globex.localhost"), scope("/api/v1/agents"), scope(who=None)]
    assert [known.of(one) for one in others] == [None] * 4


def test_only_refusals_of_tokens_that_say_when_to_come_back_are_remembered_and_not_for_ever() -> None:
    known = Refusals(Clock())
    known.note(scope(who=None), refusal({"Retry-After": "30"}))
    known.note(scope(), refusal({}))
    known.note(scope(), refusal({"Retry-After": "30"}, 503))
    known.note(scope(), HttpResponse("<p>Too many", status=429, headers={"Retry-After": "30"}))
    assert len(known) == 0
    for number in range(MOST + 5):
        known.note(scope(who=str(number)), refusal({"Retry-After": "1"}))
    assert len(known) == MOST
    assert known.of(scope(who="0")) is None
    assert known.of(scope(who=str(MOST + 4))) is not None


def test_a_short_wait_is_not_made_longer() -> None:
    clock = Clock()
    known = Refusals(clock)
    known.note(scope(), refusal({"Retry-After": "1"}))
    clock.now += 1.0
    assert refused.SECONDS > 1
    assert known.of(scope()) is None
