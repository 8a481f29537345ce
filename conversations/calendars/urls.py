"""The addresses of calendars and appointments under /api/v1/."""

from django.urls import path

from conversations.calendars import views

urlpatterns = [
    path("calendars", views.CalendarsView.as_view()),
    path("calendars/<str:calendar_id>", views.OneCalendarView.as_view()),
    path("calendars/<str:calendar_id>/services", views.ServicesView.as_view()),
    path("calendars/<str:calendar_id>/exceptions", views.ExceptionsView.as_view()),
    path("calendar_exceptions/<str:exception_id>", views.ExceptionView.as_view()),
    path("services/<str:service_id>", views.ServiceView.as_view()),
    path("services/<str:service_id>/openings", views.OpeningsView.as_view()),
    path("appointments", views.AppointmentsView.as_view()),
    path("appointments/<str:appointment_id>", views.OneAppointmentView.as_view()),
    path("appointments/<str:appointment_id>/cancel", views.CancelView.as_view()),
    path("appointments/<str:appointment_id>/restore", views.RestoreView.as_view()),
    path("appointments/<str:appointment_id>/close", views.CloseView.as_view()),
]
