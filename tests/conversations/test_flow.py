"""What may be on its way to a client, what a client may send, and which parts of an answer it may still see."""

import pytest

from conversations.epochs import Epochs
from conversations.flow import Bucket, Window

KB = 1024


def window() -> Window:
    """A window that begins at second 0."""
    return Window(0.0)


@pytest.mark.parametrize(
    ("sizes", "next_size", "fits"),
    [
        ([], 10, True),
        ([], 1000 * KB, True),  # the first after a confirmation always leaves, or a client could never get it
        ([10] * 99, 10, True),
        ([10] * 100, 10, False),
        ([200 * KB], 56 * KB, True),
        ([200 * KB], 57 * KB, False),
        ([1000 * KB], 1, False),
    ],
)
def test_only_so_much_is_on_its_way(sizes: list[int], next_size: int, fits: bool) -> None:  # noqa: FBT001
    one = window()
    for size in sizes:
        one.send(size)
    assert one.room_for(next_size) is fits


@pytest.mark.parametrize(
    ("sizes", "next_size", "wanted"),
    [
        ([], 500 * KB, False),  # nothing to confirm yet
        ([10] * 49, 10, False),
        ([10] * 50, 10, True),
        ([100 * KB], 28 * KB, False),
        ([100 * KB], 29 * KB, True),
    ],
)
def test_a_ping_leaves_after_so_much(sizes: list[int], next_size: int, wanted: bool) -> None:  # noqa: FBT001
    one = window()
    for size in sizes:
        one.send(size)
    assert one.wants_ping_before(next_size) is wanted


def test_a_pong_confirms_what_was_sent_before_its_ping_and_no_more() -> None:
    one = window()
    for _ in range(60):
        one.send(10)
    n = one.ping(1.0)
    for _ in range(40):
        one.send(10)
    assert not one.room_for(10)
    assert one.pong(n, 2.0)
    for _ in range(60):
        assert one.room_for(10)
        one.send(10)
    assert not one.room_for(10)


def test_a_pong_confirms_earlier_pings_too() -> None:
    one = window()
    first, second = one.ping(1.0), one.ping(2.0)
    assert one.pong(second, 3.0)
    assert not one.pong(first, 3.0)


@pytest.mark.parametrize("n", [0, -1, 2, 3, 10**9])
def test_a_forged_pong_confirms_nothing(n: int) -> None:
    one = window()
    for _ in range(100):
        one.send(10)
    one.ping(1.0)
    assert not one.pong(n, 2.0)
    assert not one.room_for(10)


def test_a_pong_counts_once() -> None:
    one = window()
    n = one.ping(1.0)
    assert one.pong(n, 2.0)
    assert not one.pong(n, 2.0)


def test_a_client_which_asks_for_page_after_page_never_has_too_much_on_its_way() -> None:
    one, now = window(), 0.0
    for _ in range(50):
        size = 100 * KB
        now += 1
        asked = one.ping(now) if one.wants_ping_before(size) else None
        assert one.room_for(size)
        one.send(size)
        if asked is not None:  # the client answers the ping before it asks for the next page
            assert one.pong(asked, now)


@pytest.mark.parametrize(
    ("ping_at", "pong_at", "now", "silent"),
    [
        (None, None, 1000.0, False),  # owes nothing
        (25.0, None, 59.0, False),
        (25.0, None, 60.0, True),
        (25.0, 26.0, 1000.0, False),
    ],
)
def test_a_client_that_owes_a_pong_is_gone_in_a_minute(
    ping_at: float | None,
    pong_at: float | None,
    now: float,
    silent: bool,  # noqa: FBT001
) -> None:
    one = window()
    n = 0 if ping_at is None else one.ping(ping_at)
    if pong_at is not None:
        one.pong(n, pong_at)
    assert one.is_silent(now) is silent


def test_a_quiet_client_is_asked_now_and_then() -> None:
    one = window()
    assert one.looks_again_in(0.0) == 25
    assert not one.wants_sign_of_life(24.9)
    assert one.wants_sign_of_life(25.0)
    n = one.ping(25.0)
    assert one.looks_again_in(25.0) == 25
    one.ping(50.0)
    assert one.looks_again_in(50.0) == 10  # then it will have been silent for a minute
    one.pong(n + 1, 50.5)
    assert one.looks_again_in(51.0) == 24


def test_a_bucket_lets_a_handful_through_and_refills() -> None:
    bucket = Bucket(30, 10.0, 0.0)
    assert [bucket.take(0.0) for _ in range(31)] == [True] * 30 + [False]
    assert [bucket.take(1.0) for _ in range(4)] == [True] * 3 + [False]
    assert [bucket.take(1000.0) for _ in range(31)] == [True] * 30 + [False]


def event(kind: str, epoch: int, conversation_id: str = "conv_1") -> dict[str, object]:
    """An event of a conversation under an epoch."""
    data = {"control": {"epoch": epoch}} if kind == "conversation.updated" else {"epoch": epoch}
    return {"type": kind, "conversation_id": conversation_id, "data": data}


@pytest.mark.parametrize("shown", ["control.changed", "conversation.updated"])
def test_no_part_of_an_answer_follows_a_newer_epoch(shown: str) -> None:
    seen = Epochs()
    seen.show("conv_1", 3)
    assert seen.lets_through(event("message.delta", 3))
    assert seen.lets_through(event(shown, 4))
    assert not seen.lets_through(event("message.delta", 3))
    assert seen.lets_through(event("message.cancelled", 3))
    assert seen.lets_through(event("message.delta", 4))
    seen.show("conv_1", 2)
    assert not seen.lets_through(event("message.delta", 3)), "an epoch never goes back"


def test_rows_of_conversations_that_nobody_follows_are_not_remembered() -> None:
    seen = Epochs()
    assert seen.lets_through(event("conversation.updated", 9, "conv_2"))
    assert seen.lets_through(event("message.delta", 1, "conv_2"))
