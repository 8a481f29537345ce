"""Two companies with one of everything, each word of theirs marked, and the credentials of their people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.auth.tokens import default_token_generator
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from agents import invitations, tickets, tokens
from agents.models import Agent, BrowserSession, Role, Team, TicketPurpose
from assistant.models import (
    Action,
    ActionState,
    Article,
    BenchCase,
    BenchRun,
    ConnectorCall,
    EntryAction,
    Expected,
    Guide,
    ImportEntry,
    ImportSource,
    Intent,
    KnowledgeImport,
    Lead,
    Order,
    OrderItem,
    Overlap,
    OverlapKind,
    Person,
    Product,
    RecordImport,
    RecordImportRow,
    RowAction,
    Ticket,
)
from conversations.attachments import links
from conversations.exporting import handing_out, making
from conversations.identity import proofs
from conversations.models import (
    Alert,
    AlertKind,
    Attachment,
    AuthorKind,
    BroughtAction,
    BroughtKind,
    Conversation,
    Customer,
    Draft,
    DraftKind,
    Export,
    ExportKind,
    ExportState,
    Gap,
    GapQuestion,
    Message,
    Migration,
    MigrationItem,
    MigrationSource,
    MigrationState,
    OneTimeCode,
    Proposal,
    ProposalCause,
    ProvenHow,
)
from conversations.widget import visitors
from tenants import current, jobs
from tenants.models import DomainClaim, Job, JobState, Tenant
from tenants.trail import audit
from tests import cast
from tests.isolation import (
    assessments_table,
    calendars_table,
    channels_table,
    composer_table,
    customers_table,
    figures_table,
    handing_on_table,
    lists_table,
    metering_table,
    outside_table,
    quality_table,
    replay_table,
    routing_table,
    rules_table,
    sending_table,
    surveys_table,
    waiting_table,
    webhooks_table,
)
from tests.load import company as sessions

ROLES = (Role.VIEWER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.OWNER)
OPERATOR, SOMEBODY_ELSE = "operator", "somebody else"
VISITOR, VERIFIED = "visitor", "verified customer"
LOGO = f"{'0' * 32}.png"
Things = Mapping[str, str]


@dataclass(frozen=True)
class Company:
    """A company: its things by name, what is one person's alone, and how each proves who they are."""

    schema: str
    things: Things
    own: Mapping[str, Things]
    sessions: Mapping[str, str]
    visitor: str
    verified: str
    tokens: Mapping[str, str]
    agents: Mapping[str, str]

    @property
    def host(self) -> str:
        """Where it is reached."""
        return f"{self.schema}.localhost"

    @property
    def mark(self) -> str:
        """What stands in all that it wrote, and in no answer to anybody who may not read it."""
        return mark(self.schema)


def mark(schema: str) -> str:
    """The mark of the company with this schema."""
    return f"for {schema} alone"


def build(tenant: Tenant) -> Company:
    """Fill the company."""
    with current.entered(tenant):
        told = mark(str(tenant.schema_name))
        team = Team.objects.create(name=f"Team {told}")
        people = {role.value: _person(role.value, role, told, team) for role in ROLES}
        people[OPERATOR] = _person(OPERATOR, Role.VIEWER, told, team)
        Agent.objects.filter(pk=people[OPERATOR].pk).update(is_operator=True)
        colleague = _person("colleague", Role.AGENT, told, team)
        gone = _person("gone", Role.OWNER, told, team)
        Agent.objects.filter(pk=gone.pk).update(is_active=False)
        carol, other, vera = (cast.customer(name) for name in ("carol", "other", "vera"))
        Customer.objects.update(name=f"Customer {told}")
        conversation = cast.says(carol, f"Words {told}")
        keys = {name: sessions.session(agent) for name, agent in people.items()}
        own = {name: _of_agent(agent, keys[name], conversation) for name, agent in people.items()}
        own[SOMEBODY_ELSE] = _of_agent(colleague, sessions.session(colleague), conversation)
        own[VISITOR] = _of_visitor(carol)
        own[VERIFIED] = {**_of_visitor(vera), "earlier_talk": _verified(vera)}
        elses = {**own[SOMEBODY_ELSE], **_of_visitor(other), "earlier_talk": str(conversation.id)}
        actor = audit.by_system()
        audit.record("tests.begun", actor=actor, about=audit.About("agent", str(colleague.id), told))
        return Company(
            schema=str(tenant.schema_name),
            things=_things(team, colleague, conversation, people[Role.OWNER]),
            own={**own, SOMEBODY_ELSE: elses},
            sessions=keys,
            visitor=visitors.token(carol),
            verified=visitors.token(vera),
            tokens=_tokens(people[Role.OWNER]),
            agents={**{name: str(agent.id) for name, agent in people.items()}, "gone": str(gone.id)},
        )


def _things(team: Team, colleague: Agent, conversation: Conversation, owner: Agent) -> Things:
    told, actor = mark(current.schema_name()), audit.by_system()
    article = Article.objects.create(title=f"Article {told}", body=told)
    invitation = invitations.make(owner, "ivy@example.com", name=told, role=Role.AGENT, team_ids=[team.id], actor=actor)
    export = _export(conversation.customer)
    sent = _upload(customer=conversation.customer, message=Message.objects.filter(conversation=conversation).first())
    default_storage.save(f"{current.schema_name()}/logo/{LOGO}", ContentFile(b"a picture"))
    made, _secret = tokens.issue(owner, told, scopes=["people:read"], expires_at=None, actor=actor)
    imported = KnowledgeImport.objects.create(source=ImportSource.PASTE, name=told)
    entry = ImportEntry.objects.create(of_import=imported, place=0, action=EntryAction.CREATE, title=told, body=told)
    topic = Intent.objects.create(name=told, examples=[told])
    other = Article.objects.create(title=f"Other article {told}", body=told)
    overlap = Overlap.objects.create(
        kind=OverlapKind.DUPLICATE, first=article, second=other, first_quote=told, second_quote=told, score=1
    )
    claim = DomainClaim.objects.create(tenant=current.tenant(), domain=f"{current.schema_name()}.example", proof=told)
    dead = jobs.write("tests", {})
    Job.objects.filter(pk=dead).update(state=JobState.DEAD)
    draft = Draft.objects.create(conversation=conversation, kind=DraftKind.HELD, asked_seq=1, epoch=1, text=told)
    return {
        **_learnt(conversation),
        **_of_the_business(),
        **calendars_table.things(told),
        **channels_table.things(told),
        **outside_table.things(told),
        **customers_table.things(told),
        **composer_table.things(told, conversation, colleague),
        **figures_table.things(told),
        **quality_table.things(told),
        **assessments_table.things(told, colleague),
        **surveys_table.things(told),
        **waiting_table.things(told, team),
        **webhooks_table.things(told),
        **rules_table.things(told),
        **sending_table.things(told, owner),
        **metering_table.things(),
        **replay_table.things(told, conversation),
        **lists_table.things(colleague),
        **routing_table.things(told, conversation, str(colleague.id)),
        **handing_on_table.things(told, conversation, colleague),
        "draft": str(draft.id),
        "conversation": str(conversation.id),
        "one_time_code": str(OneTimeCode.objects.create(customer=conversation.customer, email="x@example.org").id),
        "epoch": str(conversation.epoch),
        "customer": str(conversation.customer.id),
        "colleague": str(colleague.id),
        "colleagues_alert": str(Alert.objects.create(agent=colleague, kind=AlertKind.JOB_FAILED, subject=told).id),
        "team": str(team.id),
        "article": str(article.id),
        "article_version": str(article.version),
        "invitation": str(invitation.id),
        "invitation_link": invitations.token(invitation),
        "reset_link": default_token_generator.make_token(colleague),
        "ticket": tickets.issue(colleague, purpose=TicketPurpose.ENTRY),
        "token": str(made.id),
        "import": str(imported.id),
        "entry": str(entry.id),
        "topic": str(topic.id),
        "lead": str(Lead.objects.create(name=told, email="lead@example.org", conversation=str(conversation.id)).id),
        "guide": str(Guide.objects.create(title=told, examples=[told]).id),
        "overlap": str(overlap.id),
        "domain": str(claim.id),
        "export": str(export.id),
        "export_link": (handing_out.url(export) or "").split("/")[2],
        "file_link": links.url(str(sent.id), "x").split("/")[2],
        "sent_upload": str(sent.id),
        "logo": LOGO if current.schema_name() == "acme" else f"{'1' * 32}.png",
        "dead_letter": str(dead),
    }


def _record_import(told: str) -> RecordImport:
    way = {"mapping": {"number": "number"}, "attributes": [], "dates": "iso"}
    text = f"number\n{told}\n"
    made = RecordImport.objects.create(kind="orders", name=told, text=text, columns=["number"], mapping=way)
    RecordImportRow.objects.create(of_import=made, line=2, action=RowAction.PROBLEM, key=told, problem=told)
    return made


def _migration(told: str) -> Migration:
    made = Migration.objects.create(source=MigrationSource.CHATWOOT, name=told, state=MigrationState.REVIEW)
    how = {"kind": BroughtKind.CONVERSATION, "action": BroughtAction.PROBLEM}
    MigrationItem.objects.create(migration=made, number=1, place=1, name=told, problem=told, **how)
    return made


def _of_the_business() -> Things:
    """What skills did, and one record of each kind."""
    told = mark(current.schema_name())
    email, now = f"{current.schema_name()}@example.org", timezone.now()
    order = Order.objects.create(
        number="X-1", customer_name=told, email=email, state="paid", placed_at=now, total="9.00", tracking=told
    )
    OrderItem.objects.create(order=order, name=told, price="9.00")
    product = Product.objects.create(sku="X-1", name=told, category="Tests", price="9.00")
    made = {
        state: Action.objects.create(skill="refund", kind="refund", key=state, subject=told, because=told, state=state)
        for state in (ActionState.FAILED, ActionState.PENDING)
    }
    return {
        "record_import": str(_record_import(told).id),
        "migration": str(_migration(told).id),
        "connector_call": str(ConnectorCall.objects.create(purpose="read", path="/", outcome="slow", problem=told).id),
        "failed_action": str(made[ActionState.FAILED].id),
        "pending_action": str(made[ActionState.PENDING].id),
        "record_order": str(order.id),
        "record_product": str(product.id),
        "record_person": str(Person.objects.create(email=email, name=told).id),
        "record_ticket": str(Ticket.objects.create(number="X-1", email=email, subject=told).id),
    }


def _learnt(conversation: Conversation) -> Things:
    """What was learnt from the conversation, in which the assistant answered once."""
    told = mark(current.schema_name())
    Message.objects.create(conversation=conversation, seq=90, author_kind=AuthorKind.ASSISTANT, text=told)
    asked = {"lines": [{"role": "customer", "text": told}], "from_conversation": str(conversation.id)}
    case = BenchCase.objects.create(expected=Expected.UNSURE, **asked)
    gap = Gap.objects.create(title=told)
    GapQuestion.objects.create(
        gap=gap, conversation=conversation, asked_seq=1, text=told, outcome="unsure", harm=0.5, asked_at=timezone.now()
    )
    proposal = Proposal.objects.create(cause=ProposalCause.GAP, gap=gap, title=f"Proposed {told}", body=told)
    return {
        "bench_case": str(case.id),
        "bench_run": str(BenchRun.objects.create(cause="asked", requested_by=told).id),
        "gap": str(gap.id),
        "proposal": str(proposal.id),
    }


def _person(name: str, role: Role, told: str, team: Team) -> Agent:
    made = cast.agent(f"{name.replace(' ', '-')}", role)
    made.name = f"{name} {told}"
    made.save()
    made.teams.add(team)
    return made


def _tokens(owner: Agent) -> Mapping[str, str]:
    """A token for each scope, and one for `all but` each; `all but ` nothing is a token for everything."""
    everything = frozenset(tokens.SCOPES)
    wanted = {scope: {scope} for scope in everything} | {
        f"all but {out}": everything - {out} for out in [*everything, ""]
    }
    told, actor = mark(current.schema_name()), audit.by_system()
    return {
        name: tokens.issue(owner, told, scopes=scopes, expires_at=None, actor=actor)[1]
        for name, scopes in wanted.items()
    }


def _of_agent(agent: Agent, session_key: str, conversation: Conversation) -> Things:
    """What is this agent's alone: another session than the one in use, a file not sent yet, an alert, and the like."""
    other = BrowserSession.objects.get(pk=sessions.session(agent))
    assert other.pk != session_key
    alert = Alert.objects.create(
        agent=agent, kind=AlertKind.RULE_NOTIFIED, subject=f"Alert {mark(current.schema_name())}"
    )
    return {
        "session": str(other.public_id),
        "agent_upload": str(_upload(agent=agent).id),
        "alert": str(alert.id),
        **lists_table.own(mark(current.schema_name()), agent),
        **composer_table.own(mark(current.schema_name()), conversation, agent),
    }


def _of_visitor(customer: Customer) -> Things:
    return {"visitor_upload": str(_upload(customer=customer).id), **surveys_table.own(customer)}


def _verified(customer: Customer) -> str:
    """The id of a conversation of the customer, who proved their address."""
    proofs.prove(customer, customer.email, how=ProvenHow.CODE)
    return str(cast.says(customer, f"Words {mark(current.schema_name())}").id)


def _upload(**whose: Any) -> Attachment:
    """A file, which lies where it should."""
    path = f"{current.schema_name()}/{uuid4()}"
    default_storage.save(path, ContentFile(mark(current.schema_name()).encode()))
    told = {"name": "x.txt", "content_type": "text/plain", "size": 10}
    return Attachment.objects.create(stored_as=path, **told, **whose)


def _export(customer: Customer) -> Export:
    """A zip that can be fetched."""
    told = {"state": ExportState.DONE, "expires_at": timezone.now() + timedelta(days=1)}
    made = Export.objects.create(kind=ExportKind.CUSTOMER, customer=customer, **told)
    file = making.file_of(made)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(mark(current.schema_name()).encode())
    return made
