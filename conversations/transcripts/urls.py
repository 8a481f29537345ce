"""The address of transcripts."""

from django.urls import path

from conversations.transcripts import views

urlpatterns = [path("widget/transcript", views.TranscriptView.as_view())]
