"""The knowledge over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.knowledge import articles as listing
from conversations.knowledge import forms, preview, writing
from conversations.settings.forms import body, parsed


class KnowledgeView(APIView):
    """A view that people read and supervisors write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE, to_change=Right.WRITE_KNOWLEDGE)]
    scopes = {
        "GET": "knowledge:read",
        "POST": "knowledge:write",
        "PATCH": "knowledge:write",
        "DELETE": "knowledge:write",
    }


class ArticlesView(KnowledgeView):
    """`GET`, `POST /articles`."""

    def get(self, request: Request) -> Response:
        """A page of articles, the one changed last first."""
        return Response(listing.page(**parsed(forms.ListQuery, request.query_params)))

    def post(self, request: Request) -> Response:
        """201 with the new article; 409 when the title is taken."""
        made = writing.create(body(request, forms.ArticleForm), actor=actors.of(request))
        return Response(listing.whole(made), status=201)


class ArticleView(KnowledgeView):
    """`GET`, `PATCH`, `DELETE /articles/{id}`."""

    def get(self, _request: Request, article_id: str) -> Response:
        """The article with its text."""
        return Response(listing.whole(listing.access_article(article_id)))

    def patch(self, request: Request, article_id: str) -> Response:
        """Change the fields that are named; 409 when the title is taken."""
        article = listing.access_article(article_id)
        writing.change(article, parsed(forms.ArticleForm, request.data, partial=True), actor=actors.of(request))
        return Response(listing.whole(article))

    def delete(self, request: Request, article_id: str) -> Response:
        """204."""
        writing.remove(listing.access_article(article_id), actor=actors.of(request))
        return Response(status=204)


class PreviewView(APIView):
    """`POST /assistant/preview`: what the assistant would do with a question."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_KNOWLEDGE)]

    def post(self, request: Request) -> Response:
        """The answer, the signals and the decision; nothing of it is stored."""
        return Response(preview.preview(body(request, forms.Trial)["question"]))
