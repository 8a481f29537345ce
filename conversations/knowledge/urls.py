"""The addresses of the assistant's knowledge under /api/v1/."""

from django.urls import path

from conversations.knowledge import imports_views, overlapping_views, topics_views, views

urlpatterns = [
    path("articles", views.ArticlesView.as_view()),
    path("articles/facets", views.FacetsView.as_view()),
    path("articles/preview", views.BodyPreviewView.as_view()),
    path("articles/<str:article_id>", views.ArticleView.as_view()),
    path("articles/<str:article_id>/restore", views.RestoreView.as_view()),
    path("articles/<str:article_id>/versions", views.VersionsView.as_view()),
    path("articles/<str:article_id>/versions/<int:number>", views.VersionView.as_view()),
    path("topics", topics_views.TopicsView.as_view()),
    path("topics/try", topics_views.TryView.as_view()),
    path("topics/<str:topic_id>", topics_views.TopicView.as_view()),
    path("topics/<str:topic_id>/suggestions", topics_views.SuggestView.as_view()),
    path("overlaps", overlapping_views.OverlapsView.as_view()),
    path("overlaps/<str:overlap_id>/dismiss", overlapping_views.DismissView.as_view()),
    path("overlaps/<str:overlap_id>/reopen", overlapping_views.ReopenView.as_view()),
    path("knowledge_imports", imports_views.ImportsView.as_view()),
    path("knowledge_imports/files", imports_views.FilesView.as_view()),
    path("knowledge_imports/<str:import_id>", imports_views.ImportView.as_view()),
    path("knowledge_imports/<str:import_id>/apply", imports_views.ApplyView.as_view()),
    path("knowledge_imports/<str:import_id>/choose", imports_views.ChoiceView.as_view()),
    path("knowledge_imports/<str:import_id>/dismiss", imports_views.DismissView.as_view()),
    path("knowledge_imports/<str:import_id>/entries", imports_views.EntriesView.as_view()),
    path("knowledge_imports/<str:import_id>/entries/<str:entry_id>", imports_views.EntryView.as_view()),
    path("assistant/preview", views.PreviewView.as_view()),
]
