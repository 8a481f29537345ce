"""The pages of the platform's own host."""

from django.urls import include, path

from conversations.demo import pages

urlpatterns = [
    path("", pages.start),
    path("shop/", include("conversations.demo.urls")),
    path("mail/", include("conversations.demo.mail.urls")),
]
