"""How one writes, over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any, cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.models import Agent
from agents.permissions import Right, may
from conversations import desk_acts, mentions, rendering, rows, wire
from conversations.access import access_conversation, access_id
from conversations.models import AuthorKind
from conversations.reply_drafts import drafts, forms, holding, wishes
from conversations.reply_drafts.holding import Words
from conversations.rewriting import offering
from conversations.settings.forms import body

Json = dict[str, Any]


def _agent(request: Request) -> Agent:
    return cast("Agent", request.user)


class WriterView(APIView):
    """A view for those who may write to customers."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]


class Composer(WriterView):
    """`GET`, `PATCH /composer`: what the composer needs of its person."""

    def get(self, request: Request) -> Response:
        """For how long a reply can be taken back, what is held now, and how the assistant can rewrite."""
        return Response(_composer(_agent(request)))

    def patch(self, request: Request) -> Response:
        """Choose for how many seconds a reply can be taken back."""
        wishes.set_undo_seconds(_agent(request), body(request, forms.WishesForm)["undo_seconds"])
        return Response(_composer(_agent(request)))


class Draft(WriterView):
    """`GET`, `PUT /conversations/{id}/reply_draft`: what this agent has written there and not sent."""

    def get(self, request: Request, conversation_id: str) -> Response:
        """The draft, and which colleagues have one."""
        return Response(drafts.of(access_conversation(_agent(request), conversation_id), _agent(request)))

    def put(self, request: Request, conversation_id: str) -> Response:
        """Keep it as it is now; 409 when it was changed elsewhere."""
        conversation = access_conversation(_agent(request), conversation_id)
        kept = drafts.keep(conversation, _agent(request), body(request, forms.DraftForm))
        return Response(drafts.shown(kept))


class HeldReplies(WriterView):
    """`POST /conversations/{id}/held_replies`: reply, but only in some seconds."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """201 with the held reply; the agent holds the baton from now on."""
        asked = body(request, forms.HoldForm)
        acts = desk_acts.parse(asked["acts"]) if asked["acts"] else ()
        held = holding.hold(
            access_id(_agent(request), conversation_id),
            _agent(request),
            Words(asked["text"], asked["attachments"], acts),
            client_id=asked["client_id"],
            seconds=asked["seconds"],
        )
        return Response(holding.shown(held), status=201)


class HeldReply(WriterView):
    """`DELETE /held_replies/{id}`: take it back."""

    def delete(self, request: Request, held_id: str) -> Response:
        """204; 409 when it was said in this moment."""
        holding.take_back(holding.access_held(_agent(request), held_id))
        return Response(status=204)


class SayNow(WriterView):
    """`POST /held_replies/{id}/send`: say it now."""

    def post(self, request: Request, held_id: str) -> Response:
        """The message and the row; 409 when it may not be said any more, and it is a draft again."""
        said = holding.say(holding.access_held(_agent(request), held_id))
        message = wire.text(said.conversation, said.message)
        return Response({"message": message, "row": rows.row(said.conversation), "problem": said.problem})


class Markdown(WriterView):
    """`POST /markdown`: how words will look."""

    def post(self, request: Request) -> Response:
        """Safe markup."""
        text = body(request, forms.MarkdownForm)["text"]
        return Response({"html": rendering.html(text, author_kind=AuthorKind.AGENT)})


class MentionsSeen(APIView):
    """`PUT /conversations/{id}/mentions_seen`: the agent has seen what mentions them there."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def put(self, request: Request, conversation_id: str) -> Response:
        """How many were not seen before."""
        conversation = access_conversation(_agent(request), conversation_id)
        return Response({"seen": mentions.see(conversation, _agent(request))})


def _composer(agent: Agent) -> Json:
    return {
        "undo_seconds": wishes.undo_seconds(agent),
        "held": holding.of_agent(agent),
        "rewrites": offering.ways(),
    }
