"""The addresses of alerts under /api/v1/."""

from django.urls import path

from conversations.alerts import views

urlpatterns = [
    path("alerts", views.AlertsView.as_view()),
    path("alerts/seen", views.AllSeenView.as_view()),
    path("alerts/<str:alert_id>", views.AlertView.as_view()),
]
