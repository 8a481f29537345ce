"""The pages of the platform's own host."""

from django.urls import include, path

from config.reference import pages as reference
from conversations.arrivals import door
from conversations.demo import pages
from conversations.platform import finding, reading, reporting, signing_up, site

handler400 = "config.refusals.bad_request"
handler403 = "config.refusals.forbidden"
handler404 = "config.refusals.not_found"
handler500 = "config.refusals.failed"

urlpatterns = [
    path("", site.landing),
    path(reporting.PATH, reporting.security),
    path("pricing/", site.pricing),
    path("docs/", reading.contents),
    path("docs/api/", reference.contents),
    path("docs/api/postman.json", reference.collection),
    path("docs/api/packages/<str:name>", reference.package),
    path("docs/api/<slug:name>/", reference.section),
    path("docs/<slug:name>/", reading.page),
    path("sign-up/", signing_up.sign_up),
    path("sign-up/sent/", signing_up.sent),
    path("verify/<str:token>/", signing_up.verify),
    path("sign-in/", finding.sign_in),
    path("sign-in/sent/", finding.sent),
    path("stripe/events/", door.events),
    path("demo/", pages.start),
    path("shop/", include("conversations.demo.urls")),
    path("mail/", include("conversations.demo.mail.urls")),
]
