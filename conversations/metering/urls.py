"""The addresses of the ledger of resolutions, under /api/v1/."""

from django.urls import path

from conversations.metering import views

urlpatterns = [
    path("billing/usage/lines", views.LinesView.as_view()),
    path("billing/usage/lines/<str:resolution_id>", views.LineView.as_view()),
    path("billing/usage/lines/<str:resolution_id>/dispute", views.DisputeView.as_view()),
    path("billing/usage/not_counted", views.UncountedView.as_view()),
    path("billing/usage/export.csv", views.ExportView.as_view()),
]
