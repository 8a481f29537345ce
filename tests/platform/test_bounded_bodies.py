"""A request with an endless body costs the web server nothing."""

import httpx

from config import bounded
from tests.running import Running


def test_a_body_over_the_limit_is_cut_off_and_the_next_request_is_served(running_baton: Running) -> None:
    too_long = b"a" * (bounded.LONGEST + 70_000)
    try:
        assert (
            httpx.post(running_baton.address("127.0.0.1", "/sign-in/"), content=too_long, timeout=30).status_code == 413
        )
    except httpx.TransportError as cut:  # a client that still writes may see the end first
        assert isinstance(cut, httpx.WriteError | httpx.ReadError | httpx.RemoteProtocolError)  # noqa: PT017
    assert httpx.get(running_baton.address("127.0.0.1", "/health/live"), timeout=30).status_code == 200


def test_a_mail_may_be_as_long_as_its_address_says(running_baton: Running) -> None:
    """The view looks at the whole of it: without the secret it is a 401, not a 413."""
    mail = b"a" * (bounded.LONGEST + 70_000)
    answer = httpx.post(running_baton.address("127.0.0.1", bounded.MAILS.decode()), content=mail, timeout=30)
    assert answer.status_code in {401, 404}
