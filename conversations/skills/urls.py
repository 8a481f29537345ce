"""The addresses of the skills under /api/v1/."""

from django.urls import path

from conversations.skills import guides_views, leads_views, views

urlpatterns = [
    path("skills", views.SkillsView.as_view()),
    path("skills/<str:name>", views.OneSkillView.as_view()),
    path("skills/<str:name>/describe", views.DescribeView.as_view()),
    path("skills/<str:name>/try", views.TryView.as_view()),
    path("skills/<str:name>/conversations", views.UsesView.as_view()),
    path("leads", leads_views.LeadsView.as_view()),
    path("leads/<str:lead_id>", leads_views.LeadView.as_view()),
    path("guides", guides_views.GuidesView.as_view()),
    path("guides/check", guides_views.CheckView.as_view()),
    path("guides/<str:guide_id>", guides_views.GuideView.as_view()),
]
