"""The shapes of what the API asks and answers; written by generate.py from the OpenAPI document, not by hand."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict


class AccountForm(TypedDict):
    """What may be changed about oneself; what is left out stays."""

    name: NotRequired[str]
    languages: NotRequired[list[str]]


class Address(TypedDict):
    """A postal address."""

    line: NotRequired[str]
    line2: NotRequired[str]
    town: NotRequired[str]
    region: NotRequired[str]
    postcode: NotRequired[str]
    country: NotRequired[str]


class AgentForm(TypedDict):
    """What may be changed about a person; what is left out stays."""

    name: NotRequired[str]
    role: NotRequired[Literal["owner", "admin", "supervisor", "agent", "viewer"]]
    team_ids: NotRequired[list[str]]
    capacity: NotRequired[int]
    languages: NotRequired[list[str]]
    skills: NotRequired[list[SkillLevelForm]]
    shifts: NotRequired[list[StretchForm]]
    time_zone: NotRequired[str]


class AgentList(TypedDict):
    """Everybody who works here, with the seats of the plan."""

    data: list[AgentRow]
    has_more: bool
    next_cursor: str | None
    seats: Seats | None


class AgentName(TypedDict):
    """Somebody who works here, by id and name."""

    id: str
    name: str


class AgentRow(TypedDict):
    """Somebody who works here."""

    id: str
    name: str
    email: str
    role: Literal["owner", "admin", "supervisor", "agent", "viewer"]
    teams: list[TeamName]
    languages: list[str]
    capacity: int
    skills: list[AgentSkill]
    shifts: list[WeekPart]
    time_zone: str
    active: bool
    totp_on: bool
    presence: Literal["online", "away", "offline"]
    seen_at: str | None
    you: bool


class AgentSkill(TypedDict):
    """A skill that somebody has, and how well: 1 (learning) to 5 (expert)."""

    id: str
    name: str
    level: int


class AgentSkillRow(TypedDict):
    """Something that people of the desk know how to handle, such as e-bikes or refunds."""

    id: str
    name: str
    people: int


class AgentSkillRowPage(TypedDict):
    """A page of a list."""

    data: list[AgentSkillRow]
    has_more: bool
    next_cursor: str | None


class AppointmentChangeForm(TypedDict):
    """Whether Baton tells the customer of the change."""

    version: int
    tell: NotRequired[bool]


class AppointmentClosingForm(TypedDict):
    """Whether the customer came."""

    version: int
    state: Literal["done", "missed"]


class AppointmentForm(TypedDict):
    """Who comes, for what and when."""

    service_id: str
    starts_at: str
    name: str
    email: str
    note: NotRequired[str]
    language: NotRequired[Literal["en", "de", "fr", "es", "it", "pt", "nl"]]
    remind: NotRequired[bool]
    tell: NotRequired[bool]


class AppointmentMoveForm(TypedDict):
    """The new time."""

    version: int
    tell: NotRequired[bool]
    starts_at: str


class AppointmentRow(TypedDict):
    """A time that is kept for a customer."""

    id: str
    calendar_id: str | None
    seat: int | None
    service_id: str | None
    service_name: str
    starts_at: str
    ends_at: str
    state: Literal["booked", "done", "missed", "cancelled"]
    version: int
    name: str
    email: str
    note: str
    remind: bool
    reminded: bool
    conversation_id: str | None
    created_at: str


class AppointmentRowPage(TypedDict):
    """A page of a list."""

    data: list[AppointmentRow]
    has_more: bool
    next_cursor: str | None


class CalendarExceptionForm(TypedDict):
    """Days with other hours."""

    first: str
    last: str
    hours: NotRequired[list[CalendarHoursForm]]
    reason: NotRequired[str]


class CalendarExceptionRow(TypedDict):
    """Days on which other hours hold."""

    id: str
    first: str
    last: str
    hours: list[CalendarHours]
    reason: str


class CalendarForm(TypedDict):
    """A calendar."""

    name: str
    place: NotRequired[str]
    zone: str
    hours: NotRequired[list[CalendarWeekdayForm]]
    seats: NotRequired[int]
    step_minutes: NotRequired[int]
    lead_hours: NotRequired[int]
    horizon_days: NotRequired[int]
    change_hours: NotRequired[int]
    remind_hours: NotRequired[int]
    on: NotRequired[bool]


class CalendarHours(TypedDict):
    """From one time of a day to another."""

    opens: str
    closes: str


class CalendarHoursForm(TypedDict):
    """From one time of a day to another."""

    opens: str
    closes: str


class CalendarRow(TypedDict):
    """A place or a person whose time customers book."""

    id: str
    name: str
    place: str
    zone: str
    hours: list[CalendarWeekday]
    seats: int
    step_minutes: int
    lead_hours: int
    horizon_days: int
    change_hours: int
    remind_hours: int
    on: bool
    services: list[ServiceRow]
    exceptions: list[CalendarExceptionRow]


class CalendarRowPage(TypedDict):
    """A page of a list."""

    data: list[CalendarRow]
    has_more: bool
    next_cursor: str | None


class CalendarWeekday(TypedDict):
    """Hours of a weekday."""

    opens: str
    closes: str
    weekday: int


class CalendarWeekdayForm(TypedDict):
    """Hours of a weekday."""

    opens: str
    closes: str
    weekday: int


class Colleague(TypedDict):
    """A person of the company."""

    id: str
    name: str


class CustomerNoteRow(TypedDict):
    """A note about a customer, for the desk only."""

    id: str
    author: Colleague | None
    text: str
    created_at: str


class ErrorBody(TypedDict):
    """The one shape of an error."""

    error: ErrorFacts


class ErrorFacts(TypedDict):
    """What went wrong."""

    type: str
    code: str
    message: str
    param: str | None
    request_id: str


class FactorCodeForm(TypedDict):
    """A code of the authenticator app."""

    code: str


class InvitationForm(TypedDict):
    """Whom to invite as what."""

    email: str
    name: NotRequired[str]
    role: NotRequired[Literal["owner", "admin", "supervisor", "agent", "viewer"]]
    team_ids: NotRequired[list[str]]


class InvitationRow(TypedDict):
    """Somebody was asked by mail to join."""

    id: str
    email: str
    name: str
    role: Literal["owner", "admin", "supervisor", "agent", "viewer"]
    teams: list[TeamName]
    invited_by: AgentName | None
    created_at: str
    sent_at: str | None
    expires_at: str
    state: Literal["open", "accepted", "expired", "revoked"]


class InvitationRowPage(TypedDict):
    """A page of a list."""

    data: list[InvitationRow]
    has_more: bool
    next_cursor: str | None


JsonValue: TypeAlias = "Any"


class LadderStep(TypedDict):
    """What a conversation that waits asks of people no more, and after how long."""

    drops: Literal["language", "level", "skill", "team", "everybody"]
    after_seconds: int


class LadderStepForm(TypedDict):
    """A step of the ladder."""

    drops: Literal["language", "level", "skill", "team", "everybody"]
    after_seconds: int


class NewPasswordForm(TypedDict):
    """The password until now, and the one from now on."""

    current: str
    new: str


class NewToken(TypedDict):
    """A token that was just made."""

    id: str
    name: str
    scopes: list[str]
    ending: str
    created_at: str
    created_by: AgentName | None
    expires_at: str | None
    last_used_at: str | None
    secret: str


class NoteForm(TypedDict):
    """A note about a customer."""

    text: str


class OpeningRow(TypedDict):
    """A time at which a customer can have a service."""

    starts_at: str


class OpeningRowPage(TypedDict):
    """A page of a list."""

    data: list[OpeningRow]
    has_more: bool
    next_cursor: str | None


class OrderFields(TypedDict):
    """An order with its items."""

    number: str
    email: str
    name: NotRequired[str]
    state: Literal[
        "placed",
        "payment_failed",
        "paid",
        "packed",
        "partly_shipped",
        "shipped",
        "delivered",
        "returned",
        "refunded",
        "cancelled",
    ]
    placed_at: str
    shipped_at: NotRequired[str | None]
    delivered_at: NotRequired[str | None]
    total: str
    refunded: NotRequired[str]
    currency: NotRequired[str]
    address: NotRequired[Address]
    tracking: NotRequired[str]
    tracking_url: NotRequired[str]
    items: NotRequired[list[OrderItemFields]]


class OrderItemFields(TypedDict):
    """A line of an order; `refunded` are pieces."""

    line: NotRequired[int]
    sku: NotRequired[str]
    name: str
    quantity: NotRequired[int]
    price: str
    refunded: NotRequired[int]
    attributes: NotRequired[dict[str, Any]]


class OrderItemRecord(TypedDict):
    """A line of an order."""

    line: int
    sku: str
    name: str
    quantity: int
    price: str
    refunded: int
    attributes: dict[str, JsonValue]


class OrderRecord(TypedDict):
    """An order with its items."""

    id: str
    number: str
    email: str
    name: str
    state: Literal[
        "placed",
        "payment_failed",
        "paid",
        "packed",
        "partly_shipped",
        "shipped",
        "delivered",
        "returned",
        "refunded",
        "cancelled",
    ]
    placed_at: str
    shipped_at: str | None
    delivered_at: str | None
    total: str
    refunded: str
    currency: str
    address: PostalAddress
    tracking: str
    tracking_url: str
    items: list[OrderItemRecord]


class OrderRecordPage(TypedDict):
    """A page of a list."""

    data: list[OrderRecord]
    has_more: bool
    next_cursor: str | None


class OwnAccount(TypedDict):
    """Who one is here, and how one signs in."""

    id: str
    name: str
    email: str
    role: Literal["owner", "admin", "supervisor", "agent", "viewer"]
    languages: list[str]
    has_password: bool
    totp: SecondFactor


class OwnSession(TypedDict):
    """A browser in which one is signed in."""

    id: str
    current: bool
    address: str
    browser: str
    created_at: str
    seen_at: str


class OwnSessionPage(TypedDict):
    """A page of a list."""

    data: list[OwnSession]
    has_more: bool
    next_cursor: str | None


class PasswordProofForm(TypedDict):
    """The password, typed again."""

    password: str


class PatchedCalendarForm(TypedDict):
    """A calendar."""

    name: NotRequired[str]
    place: NotRequired[str]
    zone: NotRequired[str]
    hours: NotRequired[list[CalendarWeekdayForm]]
    seats: NotRequired[int]
    step_minutes: NotRequired[int]
    lead_hours: NotRequired[int]
    horizon_days: NotRequired[int]
    change_hours: NotRequired[int]
    remind_hours: NotRequired[int]
    on: NotRequired[bool]


class PatchedOrderFields(TypedDict):
    """An order with its items."""

    number: NotRequired[str]
    email: NotRequired[str]
    name: NotRequired[str]
    state: NotRequired[
        Literal[
            "placed",
            "payment_failed",
            "paid",
            "packed",
            "partly_shipped",
            "shipped",
            "delivered",
            "returned",
            "refunded",
            "cancelled",
        ]
    ]
    placed_at: NotRequired[str]
    shipped_at: NotRequired[str | None]
    delivered_at: NotRequired[str | None]
    total: NotRequired[str]
    refunded: NotRequired[str]
    currency: NotRequired[str]
    address: NotRequired[Address]
    tracking: NotRequired[str]
    tracking_url: NotRequired[str]
    items: NotRequired[list[OrderItemFields]]


class PatchedPersonFields(TypedDict):
    """What is known of a customer."""

    email: NotRequired[str]
    name: NotRequired[str]
    phone: NotRequired[str]
    address: NotRequired[Address]
    attributes: NotRequired[dict[str, Any]]


class PatchedProductFields(TypedDict):
    """Something that is sold."""

    sku: NotRequired[str]
    name: NotRequired[str]
    category: NotRequired[str]
    description: NotRequired[str]
    price: NotRequired[str]
    currency: NotRequired[str]
    stock: NotRequired[int]
    attributes: NotRequired[dict[str, Any]]
    variants: NotRequired[list[dict[str, Any]]]
    url: NotRequired[str]


class PatchedServiceForm(TypedDict):
    """Something to come for."""

    name: NotRequired[str]
    also: NotRequired[list[str]]
    minutes: NotRequired[int]
    pause_minutes: NotRequired[int]
    on: NotRequired[bool]


class PatchedTicketFields(TypedDict):
    """Something that is worked on for a customer; `newest` is how a connector tells the newest entry alone."""

    number: NotRequired[str]
    email: NotRequired[str]
    name: NotRequired[str]
    subject: NotRequired[str]
    state: NotRequired[Literal["open", "waiting", "solved", "closed"]]
    opened_at: NotRequired[str]
    updated_at: NotRequired[str]
    newest: NotRequired[str]
    entries: NotRequired[list[TicketEntryFields]]


class PersonFields(TypedDict):
    """What is known of a customer."""

    email: str
    name: NotRequired[str]
    phone: NotRequired[str]
    address: NotRequired[Address]
    attributes: NotRequired[dict[str, Any]]


class PersonRecord(TypedDict):
    """What the company's own systems know of a customer."""

    id: str
    email: str
    name: str
    phone: str
    address: PostalAddress
    attributes: dict[str, JsonValue]
    updated_at: str


class PersonRecordPage(TypedDict):
    """A page of a list."""

    data: list[PersonRecord]
    has_more: bool
    next_cursor: str | None


class PostalAddress(TypedDict):
    """A postal address, as far as it is known."""

    line: NotRequired[str]
    line2: NotRequired[str]
    town: NotRequired[str]
    region: NotRequired[str]
    postcode: NotRequired[str]
    country: NotRequired[str]


class ProductFields(TypedDict):
    """Something that is sold."""

    sku: str
    name: str
    category: NotRequired[str]
    description: NotRequired[str]
    price: str
    currency: NotRequired[str]
    stock: NotRequired[int]
    attributes: NotRequired[dict[str, Any]]
    variants: NotRequired[list[dict[str, Any]]]
    url: NotRequired[str]


class ProductRecord(TypedDict):
    """Something that is sold."""

    id: str
    sku: str
    name: str
    category: str
    description: str
    price: str
    currency: str
    stock: int
    attributes: dict[str, JsonValue]
    variants: list[dict[str, JsonValue]]
    url: str


class ProductRecordPage(TypedDict):
    """A page of a list."""

    data: list[ProductRecord]
    has_more: bool
    next_cursor: str | None


class RecordColumnsForm(TypedDict):
    """How a file is to be read: `mapping` names the column of each field."""

    mapping: dict[str, str]
    attributes: NotRequired[list[str]]
    dates: NotRequired[Literal["iso", "day_first", "month_first"]]


class RecordCount(TypedDict):
    """How many records of a kind there are, and where they come from."""

    kind: Literal["orders", "products", "persons", "tickets"]
    count: int
    from_connector: bool


class RecordCountPage(TypedDict):
    """A page of a list."""

    data: list[RecordCount]
    has_more: bool
    next_cursor: str | None


class RecordFault(TypedDict):
    """What is wrong with a record."""

    param: str | None
    message: str


class RecordField(TypedDict):
    """A field that a column can fill."""

    name: str
    label: str
    needed: bool


class RecordImportBrief(TypedDict):
    """An import of records, as the list shows it."""

    id: str
    kind: Literal["orders", "products", "persons", "tickets"]
    name: str
    state: Literal["mapping", "reading", "review", "applying", "done", "undoing", "undone", "failed", "dismissed"]
    total: int
    done: int
    counts: RecordLineCounts
    problem: str
    requested_by: str
    created_at: str
    can_be_undone: bool


class RecordImportBriefPage(TypedDict):
    """A page of a list."""

    data: list[RecordImportBrief]
    has_more: bool
    next_cursor: str | None


class RecordImportLine(TypedDict):
    """A line of a file, and what it would do or did."""

    line: int
    action: Literal["create", "update", "same", "problem"]
    key: str
    fields: dict[str, JsonValue]
    before: dict[str, JsonValue]
    problem: str
    param: str | None
    applied: bool


class RecordImportLinePage(TypedDict):
    """A page of a list."""

    data: list[RecordImportLine]
    has_more: bool
    next_cursor: str | None


class RecordImportWhole(TypedDict):
    """An import of records, with its columns and how they are to be read."""

    id: str
    kind: Literal["orders", "products", "persons", "tickets"]
    name: str
    state: Literal["mapping", "reading", "review", "applying", "done", "undoing", "undone", "failed", "dismissed"]
    total: int
    done: int
    counts: RecordLineCounts
    problem: str
    requested_by: str
    created_at: str
    can_be_undone: bool
    columns: list[str]
    sample: list[list[str]]
    fields: list[RecordField]
    keeps_attributes: bool
    mapping: dict[str, str]
    attributes: list[str]
    dates: Literal["iso", "day_first", "month_first"]


class RecordLineCounts(TypedDict):
    """How many lines of a file do what."""

    create: int
    update: int
    same: int
    problem: int


class RecordsForm(TypedDict):
    """Records to be written together, each as it would be sent alone; one that exists may be told in part."""

    data: list[dict[str, Any] | None]


class RecoveryCodeList(TypedDict):
    """The recovery codes, told this once; each opens once."""

    recovery_codes: list[str]


class Routing(TypedDict):
    """How conversations find people."""

    accept_seconds: int
    least_level: int
    idle_seconds: int
    grace_seconds: int
    ladder: list[LadderStep]
    teams: list[TeamTimer]


class RoutingForm(TypedDict):
    """What may be changed; what is left out stays."""

    accept_seconds: NotRequired[int]
    least_level: NotRequired[int]
    idle_seconds: NotRequired[int]
    grace_seconds: NotRequired[int]
    ladder: NotRequired[list[LadderStepForm]]
    teams: NotRequired[list[TeamTimerForm]]


class RuleCatalogue(TypedDict):
    """What rules may speak about in this company, and what they may do."""

    facts: list[RuleFact]
    triggers: list[RuleTrigger]
    does: list[RuleDeed]
    priorities: list[RuleChoice]
    teams: list[str]
    skills: list[str]
    people: list[RuleChoice]
    languages: list[str]
    words: dict[str, dict[str, str]]


class RuleChange(TypedDict):
    """One thing that became of a rule, in words."""

    kind: Literal["added", "removed", "changed", "moved", "switched_on", "switched_off"]
    rule: str
    words: str


class RuleChoice(TypedDict):
    """Something that a rule may name, and what people call it."""

    value: str
    label: str


class RuleDeed(TypedDict):
    """Something that a rule may do."""

    value: str
    label: str
    description: str


class RuleDraftForm(TypedDict):
    """A draft, and the revision that was changed: 0 where there was none."""

    document: dict[str, Any]
    revision: int
    based_on: NotRequired[int | None]


class RuleFact(TypedDict):
    """Something that rules may look at."""

    fact: str
    group: str
    label: str
    description: str
    operators: list[RuleOperator]
    choices: list[RuleFactChoice] | None
    levels: list[RuleFactChoice] | None
    languages: list[str] | None


class RuleFactChoice(TypedDict):
    """A value of a fact, and what people call it."""

    value: str | float | bool
    label: str


class RuleInForce(TypedDict):
    """A published rule."""

    sentence: str
    parts: list[SentencePart]
    name: str
    trigger: str
    label: str
    does: str
    on: bool
    protective: bool
    fired_30_days: int


class RuleOperator(TypedDict):
    """A way in which a rule may compare a fact."""

    operator: str
    label: str
    value: Literal["none", "share", "number", "text", "choice", "choices", "boolean", "clock_range"]


class RuleProblem(TypedDict):
    """What keeps a draft from being published."""

    place: str
    problem: str


class RuleSentence(TypedDict):
    """A rule in words."""

    sentence: str
    parts: list[SentencePart]


class RuleTrigger(TypedDict):
    """What a rule's handover counts as."""

    value: str
    label: str
    description: str
    protective: bool


class RuleWarning(TypedDict):
    """What the author of a rule should know."""

    kind: str
    rule: str
    other: str | None
    words: str


class RulesComparison(TypedDict):
    """What became of one version until another."""

    number: int
    against: int | None
    diff: list[RuleChange]


class RulesDraft(TypedDict):
    """The rules as somebody is changing them."""

    revision: int
    document: dict[str, JsonValue]
    changed_at: str
    changed_by: str
    changed_by_id: str
    based_on: int
    problems: list[RuleProblem]
    warnings: list[RuleWarning]
    sentences: list[RuleSentence | None]
    diff: list[RuleChange]


class RulesInForce(TypedDict):
    """The rules that decide, and the draft of the next ones."""

    version: int
    published_at: str | None
    published_by: str
    note: str
    document: dict[str, JsonValue]
    rules: list[RuleInForce]
    problem: str | None
    draft: RulesDraft | None


class RulesPublishForm(TypedDict):
    """What is published, and why."""

    note: NotRequired[str]
    revision: int


class RulesRestoreForm(TypedDict):
    """Why an older version comes back."""

    note: NotRequired[str]


class RulesVersion(TypedDict):
    """A version of the rules, with what it changed."""

    number: int
    published_at: str
    published_by: str
    note: str
    restored_from: int | None
    problem: str | None
    diff: list[RuleChange]


class RulesVersionPage(TypedDict):
    """A page of a list."""

    data: list[RulesVersion]
    has_more: bool
    next_cursor: str | None


class Scope(TypedDict):
    """What a token may be given."""

    name: str
    text: str


class Seats(TypedDict):
    """The seats of the plan; viewers take none."""

    limit: int
    taken: int
    invited: int


class SecondFactor(TypedDict):
    """Whether a code of an authenticator app is asked for beside the password."""

    on: bool
    recovery_codes_left: int
    required: bool


class SentencePart(TypedDict):
    """A piece of a sentence about a rule."""

    text: str
    strong: bool


class ServiceForm(TypedDict):
    """Something to come for."""

    name: str
    also: NotRequired[list[str]]
    minutes: int
    pause_minutes: NotRequired[int]
    on: NotRequired[bool]


class ServiceRow(TypedDict):
    """What a customer can come for."""

    id: str
    name: str
    also: list[str]
    minutes: int
    pause_minutes: int
    on: bool


class SignOnForm(TypedDict):
    """The provider; a secret that is left out stays."""

    issuer: str
    client_id: str
    client_secret: NotRequired[str]
    only: NotRequired[bool]


class SignOnSettings(TypedDict):
    """The OpenID Connect provider by which people sign in."""

    issuer: str
    client_id: str
    has_secret: bool
    only: bool
    callback_url: str
    sign_in_url: str


class SignOnTest(TypedDict):
    """Whether the provider can be used."""

    ok: bool
    problem: str | None


class SkillLevelForm(TypedDict):
    """A skill and how well somebody has it: 1 (learning) to 5 (expert)."""

    skill_id: str
    level: int


class SkillNameForm(TypedDict):
    """The name of something that people know how to handle."""

    name: str


class StretchForm(TypedDict):
    """A part of a weekday."""

    weekday: int
    opens: str
    closes: str


class TeamName(TypedDict):
    """A team by id and name."""

    id: str
    name: str


class TeamNameForm(TypedDict):
    """A team's name."""

    name: str


class TeamRow(TypedDict):
    """A team, and how many are there."""

    id: str
    name: str
    online: int
    agents: int


class TeamRowPage(TypedDict):
    """A page of a list."""

    data: list[TeamRow]
    has_more: bool
    next_cursor: str | None


class TeamTimer(TypedDict):
    """How long an offer stands in a team."""

    id: str
    name: str
    accept_seconds: int | None


class TeamTimerForm(TypedDict):
    """A team's own accept timer; null: the company's."""

    id: str
    accept_seconds: int | None


class TicketEntry(TypedDict):
    """What was said about a ticket; the customer may read it."""

    at: str
    by: str
    text: str


class TicketEntryFields(TypedDict):
    """What was said about a ticket; the customer may read it."""

    at: str
    by: NotRequired[str]
    text: str


class TicketFields(TypedDict):
    """Something that is worked on for a customer; `newest` is how a connector tells the newest entry alone."""

    number: str
    email: str
    name: NotRequired[str]
    subject: str
    state: NotRequired[Literal["open", "waiting", "solved", "closed"]]
    opened_at: NotRequired[str]
    updated_at: NotRequired[str]
    newest: NotRequired[str]
    entries: NotRequired[list[TicketEntryFields]]


class TicketRecord(TypedDict):
    """Something that is worked on for a customer."""

    id: str
    number: str
    email: str
    name: str
    subject: str
    state: Literal["open", "waiting", "solved", "closed"]
    entries: list[TicketEntry]
    opened_at: str
    updated_at: str
    conversation_id: str | None


class TicketRecordPage(TypedDict):
    """A page of a list."""

    data: list[TicketRecord]
    has_more: bool
    next_cursor: str | None


class TokenForm(TypedDict):
    """What the token is for, what it may do, and until when."""

    name: str
    scopes: list[
        Literal[
            "conversations:read",
            "conversations:write",
            "handover:write",
            "channels:write",
            "customers:read",
            "customers:write",
            "customers:erase",
            "knowledge:read",
            "knowledge:write",
            "records:read",
            "records:write",
            "rules:read",
            "rules:write",
            "skills:read",
            "skills:write",
            "assistant:read",
            "assistant:write",
            "people:read",
            "people:write",
            "settings:read",
            "settings:write",
            "quality:read",
            "quality:write",
            "reports:read",
            "reports:write",
            "webhooks:read",
            "webhooks:write",
            "audit:read",
            "exports:write",
            "billing:read",
        ]
    ]
    expires_at: NotRequired[str | None]


class TokenList(TypedDict):
    """The tokens, and what one may be given."""

    data: list[TokenRow]
    has_more: bool
    next_cursor: str | None
    scopes: list[Scope]


class TokenRow(TypedDict):
    """A program's right to use this interface; its secret is told once and never again."""

    id: str
    name: str
    scopes: list[str]
    ending: str
    created_at: str
    created_by: AgentName | None
    expires_at: str | None
    last_used_at: str | None


class TotpEnrolment(TypedDict):
    """A second factor that is not confirmed yet."""

    secret: str
    uri: str
    svg: str


class WeekPart(TypedDict):
    """A part of a weekday."""

    weekday: int
    opens: str
    closes: str


class WholeRulesVersion(TypedDict):
    """A version of the rules with its rules."""

    number: int
    published_at: str
    published_by: str
    note: str
    restored_from: int | None
    problem: str | None
    diff: list[RuleChange]
    document: dict[str, JsonValue]
    rules: list[RuleInForce]


class WrittenRecord(TypedDict):
    """What became of one of many records that were sent together."""

    place: int
    id: NotRequired[str]
    did: NotRequired[Literal["created", "updated", "unchanged"]]
    error: NotRequired[RecordFault]


class WrittenRecords(TypedDict):
    """What became of records that were sent together."""

    created: int
    updated: int
    unchanged: int
    failed: int
    data: list[WrittenRecord]
