"""The addresses of the skills under /api/v1/."""

from django.urls import path

from conversations.skills import views

urlpatterns = [
    path("skills", views.SkillsView.as_view()),
    path("skills/<str:name>", views.OneSkillView.as_view()),
    path("skills/<str:name>/describe", views.DescribeView.as_view()),
]
