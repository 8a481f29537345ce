"""The sandbox of payments as the demo uses it: a page filled in as a person would, and time that begins earlier."""

from datetime import datetime
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

from django.conf import settings

from billing.errors import PaymentServiceError

WAITS = 20.0  # seconds
CARD = "4242 4242 4242 4242"


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: where the page leads to does not run yet."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Nowhere."""


def fill(page: str, **form: str) -> None:
    """Send the form of a page. Raises PaymentServiceError where it is not taken."""
    address = f"{settings.STRIPE_API_BASE}{urlsplit(page).path}"
    try:
        build_opener(_Stay).open(address, urlencode(form).encode(), timeout=WAITS).close()
    except HTTPError as error:
        if error.code != 303:  # it leads on, so it was taken
            raise PaymentServiceError(f"The sandbox did not take what {page} asks for.") from error
    except (URLError, HTTPException, TimeoutError) as error:
        raise PaymentServiceError("The sandbox does not answer.") from error


def begin_earlier(customer: str, at: datetime) -> None:
    """Let it be an earlier moment for a company that has not subscribed yet."""
    _move(customer, "from", at=at)


def go_on(customer: str, until: datetime) -> None:
    """Let all happen that is due until then."""
    _move(customer, "to", at=until)


def arrive(customer: str) -> None:
    """Let it be now, and go on by the real clock."""
    fill("/", customer=customer, by="back")


def _move(customer: str, by: str, *, at: datetime) -> None:
    fill("/", customer=customer, by=by, at=str(int(at.timestamp())))
