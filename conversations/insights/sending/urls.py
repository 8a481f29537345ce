"""The addresses of reports that go out, under /api/v1/."""

from django.urls import path

from conversations.insights.sending import views

urlpatterns = [
    path("reports/export", views.ExportView.as_view()),
    path("reports/schedules", views.SchedulesView.as_view()),
    path("reports/schedules/<str:schedule_id>", views.OneScheduleView.as_view()),
    path("reports/schedules/<str:schedule_id>/send", views.SendView.as_view()),
    path("reports/runs", views.RunsView.as_view()),
]
