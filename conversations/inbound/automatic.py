"""Which mails no person wrote: holiday replies, bounces, lists; they never become a customer's words (RFC 3834)."""

from email.message import Message as Mime

BULK = {"bulk", "junk", "list", "auto_reply", "auto-reply"}
MARKS = (
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-auto-reply",
    "x-failed-recipients",
    "list-id",
    "list-unsubscribe",
    "feedback-id",
    "x-written-by-ai",
)
NOBODY = {"mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "do-not-reply", "bounce", "bounces"}


def is_automatic(mime: Mime) -> bool:
    """Whether the headers say that a machine wrote the mail; a person's mail has none of these marks."""
    submitted = _word(mime, "auto-submitted")
    sender = str(mime.get("from", "")).rpartition("<")[2]
    return (
        (bool(submitted) and submitted != "no")
        or _word(mime, "precedence") in BULK
        or any(mark in mime for mark in MARKS)
        or str(mime.get("return-path", "-")).replace(" ", "") == "<>"
        or mime.get_content_type() in {"multipart/report", "message/delivery-status"}
        or sender.partition("@")[0].strip(' "').lower() in NOBODY
    )


def _word(mime: Mime, name: str) -> str:
    """The first word of a header, in lower case."""
    return str(mime.get(name, "")).partition(";")[0].strip().lower()
