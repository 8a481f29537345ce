"""Notes in the log who was refused what: kinds and digests alone, never a password, a code or an address."""

import logging

from django.utils.crypto import salted_hmac

SALT = "baton.refused"
NOTED = (401, 403)  # statuses of who is not known, or may not
LETTERS = 12  # of a digest, enough to see that two lines are about the same

logger = logging.getLogger(__name__)


def note(what: str, *, about: str = "") -> None:
    """A line for `what`, a word of the code's own; `about`, such as an account, only by a digest with our key."""
    if about:
        logger.warning("Refused: %s. about=%s", what, digest(about))
    else:
        logger.warning("Refused: %s.", what)


def note_answer(status: int, code: str) -> None:
    """A line for an answer of the REST interface to somebody who is not known, or may not."""
    if status in NOTED:
        note(code)


def digest(about: str) -> str:
    """What stands for an account or a network in the log."""
    return salted_hmac(SALT, about.lower(), algorithm="sha256").hexdigest()[:LETTERS]
