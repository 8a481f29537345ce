"""The addresses of the reports, under /api/v1/."""

from django.urls import path

from conversations.insights import views

urlpatterns = [
    path("reports/definitions", views.DefinitionsView.as_view()),
    path("reports/figures", views.FiguresView.as_view()),
    path("reports/series", views.SeriesView.as_view()),
    path("reports/breakdown", views.BreakdownView.as_view()),
    path("reports/conversations", views.BehindView.as_view()),
    path("reports/marks", views.MarksView.as_view()),
    path("reports/marks/<str:mark_id>", views.MarkView.as_view()),
    path("reports/settings", views.PricesView.as_view()),
]
