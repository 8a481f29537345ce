"""Addresses of a tenant's mail: where from, where to reply, and the ids under which mails leave."""

import uuid

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from conversations.models import SentMail
from tenants import current, ids
from tenants.models import Domain

SALT = "baton.reply-address"
MARK = "reply+"
PREFIX = "conv_"


def host() -> str:
    """The host name of the tenant entered now, by which its mail is addressed."""
    domains = Domain.objects.filter(tenant=current.tenant()).order_by("-is_primary", "id")
    return str(domains.values_list("domain", flat=True)[0])


def sender() -> str:
    """The address that mails of the tenant come from."""
    return settings.MAIL_FROM or f"support@{host()}"


def reply_to(conversation_id: str) -> str:
    """The address whose mail goes into the conversation, such as `reply+<id><proof>@acme.example`.

    Letters of one case and digits only, since mail servers may change the case: 26 for the id and 26 for the proof,
    which together with the mark stay under the 64 that the part before the @ may have (RFC 5321, 4.5.3.1.1).
    """
    letters = conversation_id.removeprefix(PREFIX)
    return f"{MARK}{letters}{_proof(letters, settings.SECRET_KEY)}@{host()}"


def conversation_of(address: str) -> str | None:
    """The id of the conversation whose reply address this is; None for a forged, foreign or other one."""
    local, _, _host = address.lower().rpartition("@")
    token = local.removeprefix(MARK)
    letters, proof = token[: ids.LENGTH], token[ids.LENGTH :]
    if not local.startswith(MARK) or not proof.isascii():
        return None
    keys = [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    if not any(constant_time_compare(proof, _proof(letters, key)) for key in keys):
        return None
    return f"{PREFIX}{letters}"


def is_ours(address: str) -> bool:
    """Whether mail from this address comes from Baton itself."""
    lowered = address.lower()
    return lowered == sender().lower() or (lowered.startswith(MARK) and lowered.endswith(f"@{host()}"))


def message_id(mail: SentMail) -> str:
    """The Message-ID of a mail, the same each time it is sent."""
    return f"<{mail.id}.{mail.to_seq}@{host()}>"


def client_id(message_id: str) -> uuid.UUID:
    """The id under which a received mail is stored as a message, always the same (RFC 2392 gives mails addresses)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"mid:{message_id}")


def _proof(letters: str, key: str) -> str:
    """128 bits that only we can compute, for this tenant's conversation."""
    mac = salted_hmac(SALT, f"{current.schema_name()}:{letters}", secret=key, algorithm="sha256").digest()
    return ids.encode("", uuid.UUID(bytes=mac[:16])).removeprefix("_")
