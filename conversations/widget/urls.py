"""The widget's addresses under /api/v1/widget/; `events` is served before Django, see `config.asgi`."""

from django.urls import path

from conversations.widget import rest

urlpatterns = [
    path("hello", rest.HelloView.as_view()),
    path("page", rest.PageView.as_view()),
    path("messages", rest.MessagesView.as_view()),
    path("person", rest.PersonView.as_view()),
    path("corrections", rest.CorrectionsView.as_view()),
    path("form", rest.FormView.as_view()),
    path("attributes", rest.AttributesView.as_view()),
    path("conversations", rest.HistoryView.as_view()),
    path("conversations/<str:conversation_id>", rest.EarlierView.as_view()),
    path("typing", rest.TypingView.as_view()),
    path("seen", rest.SeenView.as_view()),
]
