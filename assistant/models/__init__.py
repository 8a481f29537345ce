"""What the assistant knows of a tenant: articles, the records of its business, and how it is to act."""

from assistant.models.bench import BenchCase, BenchResult, BenchRun, Expected, RunState
from assistant.models.calendars import (
    Appointment,
    AppointmentState,
    Calendar,
    CalendarException,
    Seat,
    Service,
)
from assistant.models.connector import Connector, ConnectorCall
from assistant.models.guides import Guide
from assistant.models.imports import EntryAction, ImportEntry, ImportSource, ImportState, KnowledgeImport
from assistant.models.knowledge import (
    Article,
    ArticleVersion,
    Audience,
    EncodedText,
    Intent,
    KeptArticles,
    KnowledgeVersion,
    Overlap,
    OverlapKind,
)
from assistant.models.leads import Lead, LeadState
from assistant.models.record_imports import RecordImport, RecordImportRow, RecordImportState, RowAction
from assistant.models.records import (
    Order,
    OrderItem,
    OrderState,
    Person,
    Product,
    Ticket,
    TicketState,
)
from assistant.models.skills import Action, ActionState, SkillSettings
from assistant.models.wishes import AssistantSettings, Engine, Mode, ModelCall, Tone

__all__ = [
    "Action",
    "ActionState",
    "Appointment",
    "AppointmentState",
    "Article",
    "ArticleVersion",
    "AssistantSettings",
    "Audience",
    "BenchCase",
    "BenchResult",
    "BenchRun",
    "Calendar",
    "CalendarException",
    "Connector",
    "ConnectorCall",
    "EncodedText",
    "Engine",
    "EntryAction",
    "Expected",
    "Guide",
    "ImportEntry",
    "ImportSource",
    "ImportState",
    "Intent",
    "KeptArticles",
    "KnowledgeImport",
    "KnowledgeVersion",
    "Lead",
    "LeadState",
    "Mode",
    "ModelCall",
    "Order",
    "OrderItem",
    "OrderState",
    "Overlap",
    "OverlapKind",
    "Person",
    "Product",
    "RecordImport",
    "RecordImportRow",
    "RecordImportState",
    "RowAction",
    "RunState",
    "Seat",
    "Service",
    "SkillSettings",
    "Ticket",
    "TicketState",
    "Tone",
]
