"""The addresses of the desk's tasks under /api/v1/."""

from django.urls import path

from conversations.desk_tasks import views

urlpatterns = [
    path("conversations/<str:conversation_id>/tasks", views.TasksView.as_view()),
    path("conversations/<str:conversation_id>/teamwork", views.TeamworkView.as_view()),
    path("tasks/<str:task_id>", views.TaskView.as_view()),
    path("tasks/<str:task_id>/take", views.TakeView.as_view()),
    path("tasks/<str:task_id>/done", views.DoneView.as_view()),
    path("tasks/<str:task_id>/drop", views.DropView.as_view()),
    path("tasks/<str:task_id>/reopen", views.ReopenView.as_view()),
]
