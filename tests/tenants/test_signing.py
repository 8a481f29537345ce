"""Signatures of outgoing requests, held against the example of Standard Webhooks itself."""

from datetime import UTC, datetime, timedelta

import pytest

from tenants import signing
from tenants.signing import SignatureError

SECRET = "whsec_plJ3nmyCDGBKInavdOK15jsl"
BODY = b'{"event_type":"ping","data":{"success":true}}'
AT = datetime.fromtimestamp(1731705121, UTC)


def signed(*keys: str) -> dict[str, str]:
    return dict(signing.headers(BODY, id="msg_loFOjxBNrRLzqYUf", at=AT, keys=keys))


def test_the_public_example_gives_the_public_signature() -> None:
    assert signed(SECRET)["webhook-signature"] == "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="


def test_a_receiver_takes_either_secret_while_one_is_changed() -> None:
    old, new = signing.secret(), signing.secret()
    told = signed(new, old)
    signing.check(BODY, told, key=old, now=AT)
    signing.check(BODY, told, key=new, now=AT)


@pytest.mark.parametrize(
    ("body", "changes", "later"),
    [
        (BODY + b" ", {}, 0),
        (BODY, {"webhook-id": "msg_another"}, 0),
        (BODY, {"webhook-timestamp": str(int(AT.timestamp()) + 1)}, 0),
        (BODY, {"webhook-timestamp": "soon"}, 0),
        (BODY, {"webhook-signature": "v1,"}, 0),
        (BODY, {"webhook-signature": "v2,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="}, 0),
        (BODY, {}, 301),
        (BODY, {}, -301),
    ],
)
def test_what_was_changed_or_is_too_old_is_refused(body: bytes, changes: dict[str, str], later: int) -> None:
    with pytest.raises(SignatureError):
        signing.check(body, {**signed(SECRET), **changes}, key=SECRET, now=AT + timedelta(seconds=later))


def test_another_secret_is_refused() -> None:
    with pytest.raises(SignatureError):
        signing.check(BODY, signed(signing.secret()), key=SECRET, now=AT)
