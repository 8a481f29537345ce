"""Where the demo's company is reached, seen from a page of the platform's own host."""

from django.http import Http404, HttpRequest

from conversations.demo.content import company
from tenants import hosts
from tenants.models import Domain


def company_origin(request: HttpRequest) -> str:
    """Scheme, host and port of the company's own host; a 404 where the demo was never seeded."""
    domain = Domain.objects.filter(tenant__schema_name=company().slug, is_primary=True).first()
    if domain is None:
        raise Http404
    host = request.get_host()
    port = host[len(hosts.without_port(host)) :]
    return f"{request.scheme}://{domain.domain}{port}"
