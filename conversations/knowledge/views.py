"""The knowledge over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.permissions import Right, may
from assistant.bench.trying import Change
from conversations import rendering
from conversations.knowledge import articles as listing
from conversations.knowledge import forms, preview, versions, writing
from conversations.models import AuthorKind
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


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
    """`GET`, `POST /articles`: what the assistant knows, and people read."""

    @operation(Listed[listing.ArticleRow], query=forms.ArticlesQuery)
    def get(self, request: Request) -> Response:
        """List the articles, the one changed last first."""
        return Response(listing.page(**parsed(forms.ArticlesQuery, request.query_params)))

    @operation(listing.WholeArticle, asks=forms.ArticleForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Add an article.

        409 when another has its title.
        """
        made = writing.create(body(request, forms.ArticleForm), actor=actors.of(request))
        return Response(listing.whole(made), status=201)


class ArticleView(KnowledgeView):
    """`GET`, `PATCH`, `DELETE /articles/{id}`: one article."""

    @operation(listing.WholeArticle)
    def get(self, _request: Request, article_id: str) -> Response:
        """Fetch an article with its text."""
        return Response(listing.whole(listing.access_article(article_id)))

    @operation(listing.WholeArticle, asks=forms.ArticleChangeForm, partial=True, errors=(409,))
    def patch(self, request: Request, article_id: str) -> Response:
        """Change an article: the fields that are named.

        409 when another has its new title, or `version` is told and is not the newest.
        """
        article = listing.access_article(article_id)
        fields = parsed(forms.ArticleChangeForm, request.data, partial=True)
        seen = fields.pop("version", None)
        writing.change(article, fields, seen=seen, actor=actors.of(request))
        return Response(listing.whole(article))

    @operation()
    def delete(self, request: Request, article_id: str) -> Response:
        """Remove an article; for thirty days it can be brought back."""
        writing.remove(listing.access_article(article_id), actor=actors.of(request))
        return Response(status=204)


class FacetsView(KnowledgeView):
    """`GET /articles/facets`: states, languages, audiences and tags."""

    @operation(listing.ArticleFacets)
    def get(self, _request: Request) -> Response:
        """Count the articles by what their list can be narrowed to."""
        return Response(listing.facets())


class RestoreView(KnowledgeView):
    """`POST /articles/{id}/restore`: an article that was removed, or an older version of one."""

    @operation(listing.WholeArticle, asks=forms.ArticleRestoreForm, errors=(409,))
    def post(self, request: Request, article_id: str) -> Response:
        """Bring a removed article back, or let one stand as it stood at an older version.

        409 when another has its title.
        """
        article = listing.access_any_article(article_id)
        version = body(request, forms.ArticleRestoreForm)["version"]
        writing.restore(article, version=version, actor=actors.of(request))
        return Response(listing.whole(article))


class VersionsView(KnowledgeView):
    """`GET /articles/{id}/versions`: each change left one."""

    @operation(Listed[versions.ArticleVersionRow], query=forms.ArticleVersionsQuery)
    def get(self, request: Request, article_id: str) -> Response:
        """List the versions of an article, the newest first."""
        asked = parsed(forms.ArticleVersionsQuery, request.query_params)
        return Response(versions.page(listing.access_any_article(article_id), **asked))


class VersionView(KnowledgeView):
    """`GET /articles/{id}/versions/{number}`: an article as it stood."""

    @operation(versions.WholeArticleVersion)
    def get(self, _request: Request, article_id: str, number: int) -> Response:
        """Fetch a version of an article with all of its fields."""
        return Response(versions.whole(listing.access_any_article(article_id), number))


class ArticlePreview(TypedDict):
    """Markdown as customers would see it."""

    html: str
    """Safe markup."""


class BodyPreviewView(APIView):
    """`POST /articles/preview`: how an article looks; for whoever may read articles."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]
    scopes = {"POST": "knowledge:read"}

    @operation(ArticlePreview, asks=forms.ArticleBodyForm)
    def post(self, request: Request) -> Response:
        """Render Markdown as customers would see it; nothing is stored."""
        text = body(request, forms.ArticleBodyForm)["body"]
        return Response({"html": rendering.html(text, author_kind=AuthorKind.ASSISTANT)})


class PreviewView(APIView):
    """`POST /assistant/preview`: what the assistant would do, by the code of its live turn."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_KNOWLEDGE)]
    scopes = {"POST": "knowledge:write"}

    @operation(preview.AssistantPreview, asks=forms.AssistantPreviewForm)
    def post(self, request: Request) -> Response:
        """Try what the assistant would do with a question, or at the end of a conversation.

        The answer comes with its confidence and sources, every signal with value, threshold and evidence, and the
        decision. Nothing of it is stored.
        """
        asked = body(request, forms.AssistantPreviewForm)
        draft = asked.get("draft")
        change = Change(asked["article_id"], fields=draft) if draft else None
        return Response(preview.preview(asked["turns"], customer=asked["customer"], change=change))
