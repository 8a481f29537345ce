"""The addresses of the demo's mail, below `/mail/` of the platform's own host."""

from django.urls import path

from conversations.demo.mail import pages

urlpatterns = [
    path("", pages.letters),
    path("new/", pages.new),
    path("<str:key>/", pages.letter),
    path("<str:key>/html/", pages.designed),
]
