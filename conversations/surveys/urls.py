"""Addresses of surveys, for customers and for the desk."""

from django.urls import path

from conversations.surveys import views

urlpatterns = [
    path("widget/survey", views.AskView.as_view()),
    path("widget/survey/<str:survey_id>", views.AnswerView.as_view()),
    path("surveys", views.SurveysView.as_view()),
    path("surveys/figures", views.FiguresView.as_view()),
    path("surveys/<str:survey_id>/reply", views.ReplyView.as_view()),
    path("settings/survey", views.SettingsView.as_view()),
]
