"""The pages and interfaces of a tenant's host."""

from django.urls import include, path

from agents import signing_in
from config import pages

urlpatterns = [
    path("", pages.home),
    path("sign-in/", signing_in.sign_in),
    path("sign-out/", signing_in.sign_out),
    path("console/", pages.console),
    path("console/<path:rest>", pages.console),
    path("widget/", pages.widget),
    path("api/v1/", include("conversations.inbox.urls")),
]
