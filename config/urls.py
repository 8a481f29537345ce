"""The pages and interfaces of a tenant's host."""

from django.urls import include, path

from agents.entrance import signing_in, ticket
from config import pages
from conversations.attachments import serving
from conversations.settings import logo

urlpatterns = [
    path("", pages.home),
    path("sign-in/", signing_in.sign_in),
    path("sign-out/", signing_in.sign_out),
    path("enter/<str:ticket>", ticket.enter),
    path("console/", pages.console),
    path("console/<path:rest>", pages.console),
    path("widget/", pages.widget),
    path("logo/<str:name>", logo.logo),
    path("files/<str:token>/<str:name>", serving.file),
    path("api/v1/", include("conversations.attachments.urls")),
    path("api/v1/", include("conversations.inbound.urls")),
    path("api/v1/", include("conversations.inbox.urls")),
    path("api/v1/", include("conversations.settings.urls")),
    path("api/v1/", include("conversations.trust.urls")),
    path("api/v1/widget/", include("conversations.widget.urls")),
]
