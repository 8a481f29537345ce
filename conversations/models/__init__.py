"""Customers, their conversations, the log that is the truth about each, and what is learnt from them."""

from conversations.models.alerts import Alert, AlertKind
from conversations.models.commitments import DecidedFact, Promise, PromiseState
from conversations.models.conversation import (
    AuthorKind,
    Channel,
    Conversation,
    Customer,
    Holder,
    Priority,
    Status,
    WaitsBy,
)
from conversations.models.data import Erasure, Export, ExportKind, ExportState, WidgetSettings
from conversations.models.desk_tasks import DeskTask, DeskTaskState, Teamwork, Telling
from conversations.models.files import Attachment
from conversations.models.handing_over import HandoverSettings
from conversations.models.identity import IdentitySettings, OneTimeCode, Proof, ProvenHow
from conversations.models.learning import (
    Draft,
    DraftKind,
    DraftState,
    Gap,
    GapQuestion,
    GapState,
    Proposal,
    ProposalCause,
    ProposalState,
)
from conversations.models.lists import BulkItem, BulkItemState, BulkRun, BulkState, SavedFilter
from conversations.models.log import Decision, Handover, Kind, Mention, Message, Note
from conversations.models.mails import ReceivedMail, SentMail
from conversations.models.merging import CustomerMerge, CustomerNote, NotDoubles
from conversations.models.quality import HandoverLabel, Review, ReviewRound, ReviewVerdict, Verdict
from conversations.models.replays import ReplayedConversation, ReplayState, RuleReplay
from conversations.models.routing import OfferEnd, RoutingChoice
from conversations.models.sla import SlaBook, SlaHours, SlaKind, SlaOutcome, SlaPolicy
from conversations.models.waiting import Callback, CallState, Ended, WaitPromise
from conversations.models.writing import CannedReply, HeldReply, Macro, MacroRun, ReplyDraft, WritingSettings

__all__ = [
    "Alert",
    "AlertKind",
    "Attachment",
    "AuthorKind",
    "BulkItem",
    "BulkItemState",
    "BulkRun",
    "BulkState",
    "CallState",
    "Callback",
    "CannedReply",
    "Channel",
    "Conversation",
    "Customer",
    "CustomerMerge",
    "CustomerNote",
    "DecidedFact",
    "Decision",
    "DeskTask",
    "DeskTaskState",
    "Draft",
    "DraftKind",
    "DraftState",
    "Ended",
    "Erasure",
    "Export",
    "ExportKind",
    "ExportState",
    "Gap",
    "GapQuestion",
    "GapState",
    "Handover",
    "HandoverLabel",
    "HandoverSettings",
    "HeldReply",
    "Holder",
    "IdentitySettings",
    "Kind",
    "Macro",
    "MacroRun",
    "Mention",
    "Message",
    "NotDoubles",
    "Note",
    "OfferEnd",
    "OneTimeCode",
    "Priority",
    "Promise",
    "PromiseState",
    "Proof",
    "Proposal",
    "ProposalCause",
    "ProposalState",
    "ProvenHow",
    "ReceivedMail",
    "ReplayState",
    "ReplayedConversation",
    "ReplyDraft",
    "Review",
    "ReviewRound",
    "ReviewVerdict",
    "RoutingChoice",
    "RuleReplay",
    "SavedFilter",
    "SentMail",
    "SlaBook",
    "SlaHours",
    "SlaKind",
    "SlaOutcome",
    "SlaPolicy",
    "Status",
    "Teamwork",
    "Telling",
    "Verdict",
    "WaitPromise",
    "WaitsBy",
    "WidgetSettings",
    "WritingSettings",
]
