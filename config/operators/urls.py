"""The operators' addresses, below `/operators/` of the platform's own company's host."""

from django.urls import path

from config.operators import company_money, money, pages, watching

app_name = "operators"
urlpatterns = [
    path("", pages.overview, name="overview"),
    path("companies/", pages.companies, name="companies"),
    path("companies/<str:schema>/", pages.company, name="company"),
    path("companies/<str:schema>/suspend/", pages.suspend, name="suspend"),
    path("companies/<str:schema>/resume/", pages.resume, name="resume"),
    path("companies/<str:schema>/billing/", company_money.company, name="company_billing"),
    path("companies/<str:schema>/billing/give/", company_money.give, name="give"),
    path("companies/<str:schema>/billing/take-back/", company_money.take_back, name="take_back"),
    path("companies/<str:schema>/billing/refund/<str:invoice>/", company_money.refund, name="refund"),
    path("companies/<str:schema>/disputes/<str:dispute_id>/", money.decide, name="decide"),
    path("billing/", money.overview, name="billing"),
    path("billing/disputes/", money.disputes, name="disputes"),
    path("billing/events/", money.events, name="events"),
    path("billing/events/<str:event_id>/replay/", money.replay, name="replay_event"),
    path("jobs/", pages.open_jobs, name="jobs"),
    path("jobs/replay/", pages.replay_many, name="replay_many"),
    path("jobs/<uuid:job_id>/replay/", pages.replay, name="replay"),
    path("jobs/<uuid:job_id>/discard/", pages.discard, name="discard"),
    path("watching/", watching.page, name="watching"),
    path("migrations/", pages.migrations, name="migrations"),
]
