"""The addresses of migrations under /api/v1/."""

from django.urls import path

from conversations.migrating import views

urlpatterns = [
    path("migrations", views.AllView.as_view()),
    path("migrations/<str:migration_id>", views.OneView.as_view()),
    path("migrations/<str:migration_id>/items", views.ItemsView.as_view()),
    path("migrations/<str:migration_id>/apply", views.ApplyView.as_view()),
    path("migrations/<str:migration_id>/cancel", views.CancelView.as_view()),
    path("migrations/<str:migration_id>/undo", views.UndoView.as_view()),
]
