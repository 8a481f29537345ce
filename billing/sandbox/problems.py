"""What the sandbox refuses, in the shape of Stripe's errors."""

from typing import Any


class Refused(Exception):  # noqa: N818  it is Stripe's answer, not a failure of the sandbox
    """A request that is answered with an error; `status` is HTTP's, the rest is what Stripe's SDK reads."""

    def __init__(
        self,
        message: str,
        *,
        status: int = 400,
        kind: str = "invalid_request_error",
        code: str | None = None,
        param: str | None = None,
        keeps: bool = False,  # what was done before it stays done
        **more: Any,
    ) -> None:
        super().__init__(message)
        self.status, self.keeps = status, keeps
        told = {"type": kind, "message": message, "code": code, "param": param, **more}
        self.body = {"error": {name: value for name, value in told.items() if value is not None}}


def missing(what: str, key: str, *, param: str = "id") -> Refused:
    """There is no such thing here."""
    return Refused(f"No such {what}: '{key}'", status=404, code="resource_missing", param=param)


def declined(message: str, *, decline_code: str | None, code: str = "card_declined", keeps: bool = False) -> Refused:
    """A card said no, or its bank asks for proof; with `keeps` the try stays on record."""
    return Refused(message, status=402, kind="card_error", code=code, decline_code=decline_code, keeps=keeps)
