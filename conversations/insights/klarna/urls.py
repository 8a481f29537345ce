"""The addresses of the Klarna check, under /api/v1/."""

from django.urls import path

from conversations.insights.klarna import views

urlpatterns = [
    path("reports/klarna_check", views.CheckView.as_view()),
    path("reports/klarna_check/draft", views.DraftView.as_view()),
]
