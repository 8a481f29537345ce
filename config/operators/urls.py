"""The operators' addresses, below `/operators/` of the platform's own company's host."""

from django.urls import path

from config.operators import pages

app_name = "operators"
urlpatterns = [
    path("", pages.overview, name="overview"),
    path("companies/", pages.companies, name="companies"),
    path("companies/<str:schema>/", pages.company, name="company"),
    path("companies/<str:schema>/suspend/", pages.suspend, name="suspend"),
    path("companies/<str:schema>/resume/", pages.resume, name="resume"),
    path("jobs/", pages.open_jobs, name="jobs"),
    path("jobs/<uuid:job_id>/replay/", pages.replay, name="replay"),
    path("jobs/<uuid:job_id>/discard/", pages.discard, name="discard"),
    path("migrations/", pages.migrations, name="migrations"),
]
