"""Hands a zip to whoever has its signed link, which is good at one tenant's host and for half an hour."""

from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from agents import actors
from agents.permissions import open_to_all
from conversations.attachments.serving import Streamed
from conversations.exporting import making
from conversations.models import Export, ExportState
from tenants import csp, current
from tenants.trail import audit
from tenants.trail.audit import About

LASTS = 30 * 60  # seconds
HEADERS = {
    csp.HEADER: "sandbox; default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}


def url(export: Export) -> str | None:
    """The path of the zip on the host of the tenant entered now; None while there is none."""
    if export.state != ExportState.DONE:
        return None
    return f"/exports/{_signer().sign(str(export.id))}/{_name(export)}"


@open_to_all("whoever has the signed link was given it by somebody who may export")
@require_safe
def export(request: HttpRequest, token: str, **_name_in_address: str) -> HttpResponseBase:
    """The zip; 404 when the link is forged, too old or another tenant's, or the zip is gone. Fetching is recorded."""
    try:
        found = Export.objects.filter(pk=_signer().unsign(token, max_age=LASTS), state=ExportState.DONE).first()
        content = making.file_of(found).open("rb") if found else None
    except (BadSignature, FileNotFoundError) as error:
        raise Http404 from error
    if found is None or content is None:
        raise Http404
    if request.method == "GET":
        audit.record("export.fetched", actor=actors.of(request), about=About("export", str(found.id)))
    return Streamed(content, as_attachment=True, filename=_name(found), content_type="application/zip", headers=HEADERS)


def _name(export: Export) -> str:
    what = current.schema_name() if export.customer_id is None else str(export.customer_id)
    return f"{what}-{export.created_at:%Y-%m-%d}.zip"


def _signer() -> TimestampSigner:
    return TimestampSigner(sep=".", salt=f"baton.exports.{current.schema_name()}")
