"""The addresses of customers and their doubles under /api/v1/."""

from django.urls import path

from conversations.customers import views

urlpatterns = [
    path("customers/<str:customer_id>", views.CustomerView.as_view()),
    path("customers/<str:customer_id>/notes", views.NotesView.as_view()),
    path("customers/<str:customer_id>/notes/<str:note_id>", views.NoteView.as_view()),
    path("customers/<str:customer_id>/doubles", views.DoublesView.as_view()),
    path("customers/<str:customer_id>/not_doubles", views.NotDoublesView.as_view()),
    path("customers/<str:customer_id>/merges", views.MergesView.as_view()),
    path("customers/<str:customer_id>/merges/preview", views.MergePreviewView.as_view()),
    path("customers/<str:customer_id>/merges/<str:merge_id>", views.MergeView.as_view()),
    path("conversations/<str:conversation_id>/merge", views.MergeThreadView.as_view()),
]
