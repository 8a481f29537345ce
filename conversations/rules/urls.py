"""The addresses of the rules under /api/v1/."""

from django.urls import path

from conversations.rules import views

urlpatterns = [
    path("rules", views.RulesView.as_view()),
    path("rules/catalogue", views.CatalogueView.as_view()),
    path("rules/draft", views.DraftView.as_view()),
    path("rules/draft/publish", views.PublishView.as_view()),
    path("rules/versions", views.VersionsView.as_view()),
    path("rules/versions/<int:number>", views.VersionView.as_view()),
    path("rules/versions/<int:number>/diff", views.DiffView.as_view()),
    path("rules/versions/<int:number>/restore", views.RestoreView.as_view()),
]
