"""The knowledge over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from assistant.bench.trying import Change
from conversations import rendering
from conversations.knowledge import articles as listing
from conversations.knowledge import forms, preview, versions, writing
from conversations.models import AuthorKind
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
        """Change the fields that are named; 409 when the title is taken, or `version` is not the newest."""
        article = listing.access_article(article_id)
        fields = parsed(forms.ArticleForm, request.data, partial=True)
        seen = body(request, forms.SeenForm)["version"]
        writing.change(article, fields, seen=seen, actor=actors.of(request))
        return Response(listing.whole(article))

    def delete(self, request: Request, article_id: str) -> Response:
        """204; the article can be brought back for thirty days."""
        writing.remove(listing.access_article(article_id), actor=actors.of(request))
        return Response(status=204)


class FacetsView(KnowledgeView):
    """`GET /articles/facets`."""

    def get(self, _request: Request) -> Response:
        """What the list can be narrowed to."""
        return Response(listing.facets())


class RestoreView(KnowledgeView):
    """`POST /articles/{id}/restore`."""

    def post(self, request: Request, article_id: str) -> Response:
        """Bring a removed article back; with `version` as it stood then. 409 when its title is taken."""
        article = listing.access_any_article(article_id)
        writing.restore(article, version=body(request, forms.SeenForm)["version"], actor=actors.of(request))
        return Response(listing.whole(article))


class VersionsView(KnowledgeView):
    """`GET /articles/{id}/versions`."""

    def get(self, request: Request, article_id: str) -> Response:
        """A page of its versions, the newest first."""
        asked = parsed(forms.VersionsQuery, request.query_params)
        article = listing.access_any_article(article_id)
        return Response(versions.page(article, before=asked["cursor"], limit=asked["limit"]))


class VersionView(KnowledgeView):
    """`GET /articles/{id}/versions/{number}`."""

    def get(self, _request: Request, article_id: str, number: int) -> Response:
        """The version with all of its fields."""
        return Response(versions.whole(listing.access_any_article(article_id), number))


class BodyPreviewView(APIView):
    """`POST /articles/preview`; whoever may read articles may see how they look."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]
    scopes = {"POST": "knowledge:read"}

    def post(self, request: Request) -> Response:
        """The Markdown as customers would see it."""
        text = body(request, forms.BodyForm)["body"]
        return Response({"html": rendering.html(text, author_kind=AuthorKind.ASSISTANT)})


class PreviewView(APIView):
    """`POST /assistant/preview`: what the assistant would do with a question, or at the end of a conversation."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_KNOWLEDGE)]
    scopes = {"POST": "knowledge:write"}

    def post(self, request: Request) -> Response:
        """The answer, the signals and the decision; nothing of it is stored."""
        asked = body(request, forms.Trial)
        draft = asked.get("draft")
        change = Change(asked["article_id"], fields=draft) if draft else None
        return Response(preview.preview(asked["turns"], customer=asked["customer"], change=change))
