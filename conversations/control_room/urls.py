"""The addresses of the control room under /api/v1/."""

from django.urls import path

from conversations.control_room import views

urlpatterns = [
    path("control_room", views.RoomView.as_view()),
    path("control_room/settings", views.SettingsView.as_view()),
    path("conversations/<str:conversation_id>/guidance", views.GuidanceView.as_view()),
    path("conversations/<str:conversation_id>/hold", views.HoldView.as_view()),
    path("conversations/<str:conversation_id>/risk/dismiss", views.DismissView.as_view()),
]
