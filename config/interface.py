"""The REST interface described for programs: `GET /api/v1/openapi.json`."""

import gzip
import json
from functools import cache
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import condition, require_safe

from agents.permissions import open_to_all
from tenants.openapi import document


@cache
def _packed() -> tuple[bytes, str]:
    """The document as it is sent, and its ETag."""
    plain = json.dumps(document.whole(), separators=(",", ":"), ensure_ascii=False).encode()
    return gzip.compress(plain, mtime=0), f'"{sha256(plain).hexdigest()[:32]}"'


def _etag(_request: HttpRequest) -> str:
    return _packed()[1]


@open_to_all("it says what there is, and nothing of any company")
@require_safe
@condition(etag_func=_etag)
def openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI 3.1 document; other sites may read it too."""
    packed = _packed()[0]
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(packed if zipped else gzip.decompress(packed), content_type="application/json")
    if zipped:
        response["Content-Encoding"] = "gzip"
    response["Cache-Control"] = "public, max-age=300"
    response["Access-Control-Allow-Origin"] = "*"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
