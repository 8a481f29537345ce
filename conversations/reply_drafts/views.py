"""How one writes, over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations import desk_acts, mentions, rendering, rows, wire
from conversations.access import access_conversation, access_id
from conversations.models import AuthorKind
from conversations.reply_drafts import drafts, forms, holding, wishes
from conversations.reply_drafts.holding import Words
from conversations.rewriting import offering
from conversations.settings.forms import body
from conversations.translating import asking as translations
from conversations.translating.writing import Written
from tenants.openapi.operation import operation

WRITES = Acting("conversations:write")


class ComposerRow(TypedDict):
    """What the composer needs of its person."""

    undo_seconds: int
    """For how long a reply can be taken back."""
    held: list[holding.HeldReplyRow]
    rewrites: list[offering.RewriteWay]
    """How the assistant can rewrite."""
    translates: bool
    """Whether the company wants translations and has a language model that makes them."""


class SaidReply(TypedDict):
    """A reply that was said, and the conversation afterwards."""

    message: wire.MessageRow
    row: rows.ConversationRow
    problem: str | None
    """Why what should follow could not be done, where it could not."""


class RenderedMarkdown(TypedDict):
    """How words will look, in safe markup."""

    html: str


class MentionsSeenCount(TypedDict):
    """How many mentions were not seen before."""

    seen: int


def _agent(request: Request) -> Agent:
    return cast("Agent", request.user)


class WriterView(APIView):
    """A view for those who may write to customers."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]


class Composer(WriterView):
    """`GET`, `PATCH /composer`: what the composer needs of its person."""

    @operation(ComposerRow)
    def get(self, request: Request) -> Response:
        """Retrieve for how long a reply can be taken back, what is held now, and how the assistant can rewrite."""
        return Response(_composer(_agent(request)))

    @operation(ComposerRow, asks=forms.ComposerForm)
    def patch(self, request: Request) -> Response:
        """Choose for how many seconds a reply can be taken back."""
        wishes.set_undo_seconds(_agent(request), body(request, forms.ComposerForm)["undo_seconds"])
        return Response(_composer(_agent(request)))


class Draft(WriterView):
    """`GET`, `PUT /conversations/{id}/reply_draft`: what this agent has written there and not sent."""

    @operation(drafts.ReplyDrafts)
    def get(self, request: Request, conversation_id: str) -> Response:
        """Retrieve what one has written in a conversation and not sent, and which colleagues have a draft there."""
        return Response(drafts.of(access_conversation(_agent(request), conversation_id), _agent(request)))

    @operation(drafts.ReplyDraftRow, asks=forms.ReplyDraftForm, errors=(409,))
    def put(self, request: Request, conversation_id: str) -> Response:
        """Keep what one has written in a conversation, as it is now.

        409 when it was changed elsewhere since `revision`.
        """
        conversation = access_conversation(_agent(request), conversation_id)
        kept = drafts.keep(conversation, _agent(request), body(request, forms.ReplyDraftForm))
        return Response(drafts.shown(kept))


class HeldReplies(WriterView):
    """`POST /conversations/{id}/held_replies`: reply, but only in some seconds."""

    scopes = {"POST": WRITES}

    @operation(holding.HeldReplyRow, asks=forms.HeldReplyForm, status=201, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Reply to the customer in some seconds; until then it can be taken back.

        The agent holds the conversation from now on.
        """
        asked = body(request, forms.HeldReplyForm)
        acts = desk_acts.parse(asked["acts"]) if asked["acts"] else ()
        written = Written(**asked["written"]) if asked["written"] else None
        held = holding.hold(
            access_id(_agent(request), conversation_id),
            _agent(request),
            Words(asked["text"], asked["attachments"], acts, written),
            client_id=asked["client_id"],
            seconds=asked["seconds"],
        )
        return Response(holding.shown(held), status=201)


class HeldReply(WriterView):
    """`DELETE /held_replies/{id}`: take it back."""

    scopes = {"DELETE": WRITES}

    @operation(errors=(409,))
    def delete(self, request: Request, held_id: str) -> Response:
        """Take a held reply back.

        409 when it was said in this moment.
        """
        holding.take_back(holding.access_held(_agent(request), held_id))
        return Response(status=204)


class SayNow(WriterView):
    """`POST /held_replies/{id}/send`: say it now."""

    scopes = {"POST": WRITES}

    @operation(SaidReply, errors=(409,))
    def post(self, request: Request, held_id: str) -> Response:
        """Send a held reply now.

        409 when it may not be said any more; then it is a draft again.
        """
        said = holding.say(holding.access_held(_agent(request), held_id))
        told: SaidReply = {
            "message": wire.text(said.conversation, said.message),
            "row": rows.row(said.conversation),
            "problem": said.problem,
        }
        return Response(told)


class Markdown(WriterView):
    """`POST /markdown`: how words will look."""

    scopes = {"POST": "conversations:write"}

    @operation(RenderedMarkdown, asks=forms.MarkdownForm)
    def post(self, request: Request) -> Response:
        """Show how the words of a message will look, in safe markup."""
        text = body(request, forms.MarkdownForm)["text"]
        return Response({"html": rendering.html(text, author_kind=AuthorKind.AGENT)})


class MentionsSeen(APIView):
    """`PUT /conversations/{id}/mentions_seen`: the agent has seen what mentions them there."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    @operation(MentionsSeenCount)
    def put(self, request: Request, conversation_id: str) -> Response:
        """Say that one has seen what mentions them in a conversation."""
        conversation = access_conversation(_agent(request), conversation_id)
        return Response({"seen": mentions.see(conversation, _agent(request))})


def _composer(agent: Agent) -> ComposerRow:
    return {
        "undo_seconds": wishes.undo_seconds(agent),
        "held": holding.of_agent(agent),
        "rewrites": offering.ways(),
        "translates": translations.is_on(),
    }
