"""The addresses of a company's plan and use under /api/v1/."""

from django.urls import path

from conversations.allowance import views

urlpatterns = [
    path("billing", views.BillingView.as_view()),
    path("billing/limits", views.LimitsView.as_view()),
    path("billing/usage/days", views.DaysView.as_view()),
]
