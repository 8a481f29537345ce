"""The two sockets: hello, send, acknowledge, resume; foreign origins, strangers, floods; what each side may see."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agents.models import Agent
from conversations import events, queries, turn
from conversations.frames import Hello
from conversations.inbox import writes
from conversations.models import Attachment, Conversation, Customer, Message
from conversations.widget import visitors, welcome
from conversations.widget.welcome import Arrival
from tenants import current
from tenants.models import Job, Tenant
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.sockets import DESK, WIDGET, Peer

pytestmark = pytest.mark.redis_too


def test_a_message_is_acknowledged_after_it_is_stored_and_comes_back_as_an_event(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            welcome = await sockets.visitor(carol)
            assert welcome["conversation"] is None
            assert await in_tenant(company, Customer.objects.count) == 0  # looking leaves no trace
            ack = await sockets.send(carol, "Do you take PayPal?")
            stored = await in_tenant(company, lambda: Message.objects.get().text)
            events = (await carol.op("events"))["events"]
            assert (ack["seq"], stored, events[0]["data"]["text"]) == (1, "Do you take PayPal?", "Do you take PayPal?")

    sockets.run(story)


def test_a_doubled_client_id_stores_once_and_is_acknowledged_twice(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            client_id = str(uuid4())
            first = await sockets.send(carol, "Hello?", client_id)
            second = await sockets.send(carol, "Hello?", client_id)
            assert first == second
            assert await in_tenant(company, Message.objects.count) == 1
            await carol.put(op="send", client_id=client_id, text="Other words")
            assert (await carol.op("error"))["error"]["code"] == "client_id_reused"

    sockets.run(story)


def test_the_same_id_with_other_files_is_refused_and_with_the_same_is_the_same(company: Tenant) -> None:
    def uploads() -> list[str]:
        customer = Customer.objects.get()
        about = {"customer": customer, "content_type": "text/plain", "size": 5}
        return [str(Attachment.objects.create(name=f"{n}.txt", stored_as=f"x/{n}", **about).id) for n in range(2)]

    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            await sockets.send(carol, "Here come files")
            one, two = await in_tenant(company, uploads)
            body = {"op": "send", "client_id": str(uuid4()), "text": ""}
            await carol.put(**body, attachments=[one])
            assert (await carol.op("ack"))["seq"] == 2
            for others in ([], [two], [one, two]):
                await carol.put(**{**body, "text": "x" if not others else ""}, attachments=others)
                assert (await carol.op("error"))["error"]["code"] == "client_id_reused"
            await carol.put(**body, attachments=[one])
            assert (await carol.op("ack"))["seq"] == 2
            assert await in_tenant(company, Message.objects.count) == 2
            unsent = await in_tenant(company, Attachment.objects.get, message=None)
            assert unsent.id == two

    sockets.run(story)


def test_a_killed_socket_resumes_without_gap_or_double(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            token = (await sockets.visitor(carol))["token"]
            await sockets.send(carol, "Hi")
            first = await carol.op("events")
            conversation_id = first["events"][0]["conversation_id"]
        bob = await in_tenant(company, Agent.objects.get)
        for line in ("Hello, this is Bob.", "How can I help?"):
            await in_tenant(company, writes.reply, conversation_id, bob, line, client_id=uuid4())
        async with Peer(WIDGET) as carol:
            back = await sockets.visitor(carol, token=token, last_seq=1)
            assert [event["seq"] for event in back["events"]] == [2, 3, 4]
            assert [event["type"] for event in back["events"]] == ["control.changed", "message.added", "message.added"]
            await carol.put(op="resume", last_seq=3)
            assert [event["seq"] for event in (await carol.op("events"))["events"]] == [4]

    sockets.run(story)


def test_the_story_reaches_both_sides_live_and_notes_reach_the_desk_only(company: Tenant) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        async with Peer(WIDGET) as carol, Peer(DESK, cookie=cookie) as desk:
            assert (await desk.op("welcome"))["agent"]["name"] == "Bob Example"
            await sockets.visitor(carol)
            ack = await sockets.send(carol, "I want to talk to a human")
            row = await desk.event("conversation.updated")
            assert row["conversation_id"] == ack["conversation_id"]
            await desk.put(op="watch", conversation_id=ack["conversation_id"], last_seq=0)
            assert len((await desk.op("watching"))["events"]) == 1
            await in_tenant(company, turn.take, ack["conversation_id"], ack["seq"])
            assert (await carol.event("control.changed"))["data"]["holder"] == "queue"
            assert (await desk.event("decision.recorded"))["data"]["trigger"] == "asks_human"
            await _bob_answers(company, ack["conversation_id"])
            said = await carol.event("message.added")
            assert said["data"]["author"]["name"] == "Bob"
            assert (await desk.event("note.added"))["data"]["text"] == "private"
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(carol.get(lambda frame: "private" in str(frame)), 0.3)

    sockets.run(story)


async def _bob_answers(company: Tenant, conversation_id: str) -> None:
    bob = await in_tenant(company, Agent.objects.get)
    conversation = await in_tenant(company, Conversation.objects.get, pk=conversation_id)
    await in_tenant(company, writes.add_note, conversation, bob, "private", client_id=uuid4())
    await in_tenant(company, writes.reply, conversation_id, bob, "Bob here.", client_id=uuid4())


def test_typing_goes_to_the_other_side(company: Tenant) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        async with Peer(WIDGET) as carol, Peer(DESK, cookie=cookie) as desk:
            await sockets.visitor(carol)
            ack = await sockets.send(carol, "Hi")
            await desk.put(op="watch", conversation_id=ack["conversation_id"], last_seq=0)
            await desk.op("watching")
            await carol.put(op="typing", active=True)
            assert (await desk.event("typing"))["data"]["author"]["kind"] == "customer"
            await desk.put(op="typing", conversation_id=ack["conversation_id"], active=True)
            typing = await carol.get(lambda f: f.get("type") == "typing" and f["data"]["author"]["kind"] == "agent")
            assert typing["data"]["author"]["name"] == "Bob"

    sockets.run(story)


@pytest.mark.parametrize("path", [WIDGET, DESK])
@pytest.mark.parametrize("origin", ["http://evil.example", "http://globex.localhost", "", "null"])
def test_a_foreign_origin_is_refused(company: Tenant, path: str, origin: str) -> None:
    async def story() -> None:
        peer = Peer(path, origin=origin)
        accepted, code = await peer.line.connect(timeout=5)
        assert (accepted, code) == (False, 4403)

    sockets.run(story)


def test_an_unknown_host_is_refused(company: Tenant) -> None:
    async def story() -> None:
        accepted, code = await Peer(WIDGET, host="stranger.localhost").line.connect(timeout=5)
        assert (accepted, code) == (False, 4403)

    sockets.run(story)


def test_the_desk_closes_on_strangers(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(DESK, cookie=sockets.cookie("nosuchsession")) as stranger:
            assert await stranger.closed() == 4401

    sockets.run(story)


def test_a_session_of_another_tenant_opens_no_desk(company: Tenant, globex: Tenant) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        async with Peer(DESK, host="globex.localhost", cookie=cookie) as bob:
            assert await bob.closed() == 4401

    sockets.run(story)


def test_an_agent_cannot_watch_another_tenants_conversation(company: Tenant, globex: Tenant) -> None:
    def theirs() -> str:
        return str(cast.says(cast.customer("gina"), "Our secret").id)

    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        foreign = await in_tenant(globex, theirs)
        async with Peer(DESK, cookie=cookie) as desk:
            await desk.put(op="watch", conversation_id=foreign, last_seq=0)
            assert (await desk.op("error"))["error"]["code"] == "not_found"

    sockets.run(story)


def test_writing_before_hello_closes(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as stranger:
            await stranger.put(op="send", client_id=str(uuid4()), text="Hello")
            assert await stranger.closed() == 4401

    sockets.run(story)


@pytest.mark.parametrize(
    ("frame", "param"),
    [
        ({"op": "dance"}, "op"),
        ({"op": "send", "client_id": "7", "text": "x"}, "client_id"),
        ({"op": "send", "client_id": str(uuid4()), "text": 7}, "text"),
        ({"op": "send", "client_id": str(uuid4()), "text": "   "}, "text"),
        ({"op": "send", "client_id": str(uuid4()), "text": "x" * 5000}, "text"),
        ({"op": "resume", "last_seq": -1}, "last_seq"),
        ({"op": "typing", "active": "yes"}, "active"),
    ],
)
def test_a_bad_frame_names_the_field_and_stores_nothing(company: Tenant, frame: dict[str, object], param: str) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            await carol.line.send_json_to(frame)
            assert (await carol.op("error"))["error"]["param"] == param
            assert await in_tenant(company, Message.objects.count) == 0

    sockets.run(story)


@pytest.mark.parametrize("text", ["not json", "[1]", "7", "[" * 30000])
def test_what_is_no_json_object_gets_an_error_and_the_socket_lives(company: Tenant, text: str) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            await carol.line.send_to(text_data=text)
            assert (await carol.op("error"))["error"]["code"] == "parameter_invalid"
            assert (await sockets.send(carol, "Still here"))["seq"] == 1

    sockets.run(story)


def test_a_flood_of_frames_is_closed(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            for _ in range(60):
                await carol.put(op="typing", active=True)
            assert await carol.closed() == 4429

    sockets.run(story)


def test_too_many_messages_in_a_minute_are_refused_and_said_so(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            for number in range(20):
                await sockets.send(carol, f"line {number}")
                await asyncio.sleep(0.05)
            await asyncio.sleep(2)
            await carol.put(op="send", client_id=str(uuid4()), text="one more")
            assert (await carol.op("error"))["error"]["code"] == "rate_limited"
            assert await in_tenant(company, Message.objects.count) == 20

    sockets.run(story)


def test_a_visitor_who_never_wrote_comes_back_as_the_same(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            first = await sockets.visitor(carol)
        async with Peer(WIDGET) as carol:
            second = await sockets.visitor(carol, token=first["token"])
            await sockets.send(carol, "Now I write")
            name = (await carol.op("events"))["events"][0]["data"]["author"]["name"]
        assert second["customer_id"] == first["customer_id"]
        assert name == f"Visitor {first['customer_id'][-4:].upper()}"

    sockets.run(story)


def test_a_client_that_confirms_nothing_is_sent_away_to_come_back(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET, silent=True) as carol:
            await sockets.visitor(carol)
            conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
            hint = events.QueueMoved(conversation_id, {"position": 1})
            for _ in range(110):
                events.hint(hint, schema=company.schema_name)
            assert (await carol.op("ping"))["n"] == 1
            assert await carol.closed() == 4408

    sockets.run(story)


def test_a_client_that_confirms_what_it_got_gets_all_of_it(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
            for number in range(300):
                hint = events.QueueMoved(conversation_id, {"number": number, "padding": "x" * 2000})
                events.hint(hint, schema=company.schema_name)
                shown = await carol.get(lambda frame: "number" in frame.get("data", {}))
                assert shown["data"]["number"] == number
            for _ in range(25):  # each pong was free, so the whole bucket is left
                await carol.put(op="typing", active=False)
            assert (await sockets.send(carol, "Still here"))["seq"] == 2

    sockets.run(story)


def test_a_long_log_comes_in_pages_that_a_client_can_confirm(company: Tenant) -> None:
    async def story() -> None:
        carol = await in_tenant(company, cast.customer)
        conversation_id = str((await in_tenant(company, cast.says, carol, "Hello")).id)
        bob = await in_tenant(company, Agent.objects.get)
        for number in range(60):
            words = f"{number} " + "&" * 3900  # which is five times as long in HTML
            await in_tenant(company, writes.reply, conversation_id, bob, words, client_id=uuid4())
        async with Peer(WIDGET) as peer:
            page = await sockets.visitor(peer, token=await in_tenant(company, sockets.token_of, carol))
            shown = [event["seq"] for event in page["events"]]
            pages = 1
            while page["has_more"]:
                await peer.put(op="resume", last_seq=shown[-1])
                page = await peer.op("events")
                shown += [event["seq"] for event in page["events"]]
                pages += 1
                await asyncio.sleep(0.2)
            assert shown == list(range(1, 63))
            assert pages > 10

    sockets.run(story)


def test_hello_again_as_somebody_else_shows_their_conversation_and_hides_the_first(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as peer:
            await sockets.visitor(peer)
            first = (await sockets.send(peer, "I am the first"))["conversation_id"]
            other = await in_tenant(company, cast.customer)
            second = str((await in_tenant(company, cast.says, other, "I am the second")).id)
            welcome = await sockets.visitor(peer, token=await in_tenant(company, sockets.token_of, other))
            assert [event["conversation_id"] for event in welcome["events"]] == [second]
            events.hint(events.Typing(first, {"active": True}), schema=company.schema_name)
            events.hint(events.Typing(second, {"active": True}), schema=company.schema_name)
            assert (await peer.event("typing"))["conversation_id"] == second
            nobody = await sockets.visitor(peer, token="rubbish")
            assert (nobody["conversation"], nobody["events"]) == (None, [])
            await peer.put(op="resume", last_seq=0)
            assert (await peer.op("events"))["events"] == []

    sockets.run(story)


def test_resume_follows_the_visitor_into_the_conversation_that_began_since(company: Tenant) -> None:
    def long_ago() -> None:
        then = timezone.now() - timedelta(days=30)
        Conversation.objects.update(status="resolved", due_at=None, timer_at=None, updated_at=then, created_at=then)

    async def story() -> None:
        async with Peer(WIDGET) as first, Peer(WIDGET) as second:
            token = (await sockets.visitor(first))["token"]
            old = (await sockets.send(first, "Old words"))["conversation_id"]
            await in_tenant(company, long_ago)
            await sockets.visitor(second, token=token)
            new = (await sockets.send(second, "New words"))["conversation_id"]
            assert new != old
            await first.get(lambda frame: frame.get("op") == "events")
            await first.put(op="resume", last_seq=1)
            page = await first.op("events")
            assert page["conversation_id"] == new
            assert [event["data"]["text"] for event in page["events"]] == ["New words"]
            await sockets.send(second, "More")
            assert (await first.event("message.added"))["data"]["text"] == "More"

    sockets.run(story)


def test_typing_on_holds_the_assistants_turn_back(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            await sockets.send(carol, "I have")
            before = (await in_tenant(company, Job.objects.get, kind="turn")).run_at
            await carol.put(op="typing", active=True)
            await carol.put(op="resume", last_seq=0)
            await carol.op("events")
            await carol.op("events")
            assert (await in_tenant(company, Job.objects.get, kind="turn")).run_at > before + timedelta(seconds=1)

    sockets.run(story)


@pytest.mark.parametrize("lines", [1, 12])
def test_hello_and_resume_cost_the_same_for_any_log(company: Tenant, lines: int) -> None:
    with current.entered(company):
        carol = cast.customer()
        for number in range(lines):
            conversation = cast.says(carol, f"message {number}")
        cast.answered(carol, "Do you take PayPal?")
        token = visitors.token(carol)
        looks: list[Callable[[], object]] = [
            partial(welcome.arrived, Hello(token, None, 0), "en"),
            partial(welcome.welcome, Arrival(carol, token), known=None, last_seq=0),
            partial(queries.events_of, str(conversation.id), 0),
        ]
        asked = []
        for look in looks:
            with CaptureQueriesContext(current.connection) as captured:
                look()
            asked.append(sum("search_path" not in query["sql"] for query in captured.captured_queries))
    assert asked == [2, 4, 2]
