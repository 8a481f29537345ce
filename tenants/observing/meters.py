"""What is counted and timed for Prometheus; every label has few values, and none is anybody's words.

Each process counts in files of its own in PROMETHEUS_MULTIPROC_DIR, where that is set; whoever is asked adds them up.
"""

from prometheus_client import Counter, Gauge, Histogram

QUICK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 1.0, 2.5, 5.0, 10.0, 30.0)
PATIENT = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0)
WAITS = (0.01, 0.05, 0.25, 1.0, 5.0, 10.0, 30.0, 120.0, 600.0)
SIDES = ("widget", "desk")
CODES = frozenset({1000, 1001, 1005, 1006, 1013, 4401, 4403, 4408, 4412, 4429})
OTHER = "other"

http_requests = Counter(
    "baton_http_requests", "Requests answered, by the first parts of their route", ["section", "method", "status"]
)
http_seconds = Histogram("baton_http_request_seconds", "From the request to its answer", ["section"], buckets=QUICK)
polls = Gauge("baton_polls_waiting", "Long polls that wait for news", ["side"], multiprocess_mode="livesum")

sockets = Gauge("baton_sockets_open", "Sockets that are open", ["side"], multiprocess_mode="livesum")
sockets_closed = Counter("baton_sockets_closed", "Sockets that ended, by the code of their end", ["side", "code"])
frames = Counter("baton_frames", "Frames taken in and handed out", ["side", "direction"])

jobs = Counter("baton_jobs", "Jobs done, put back, given up, or whose company is closed", ["kind", "outcome"])
job_seconds = Histogram("baton_job_seconds", "How long a job took", ["kind"], buckets=(0.05, 0.5, 5.0, 30.0))
job_wait_seconds = Histogram("baton_job_wait_seconds", "How late a job began", ["kind"], buckets=WAITS)

turn_seconds = Histogram("baton_turn_step_seconds", "The steps of a turn, and the whole", ["step"], buckets=PATIENT)
turns = Counter("baton_turns", "Turns, by what came of them", ["outcome"])
first_word_seconds = Histogram(
    "baton_first_word_seconds", "From the customer's message to the assistant's first word", ["engine"], buckets=PATIENT
)
escalations = Counter("baton_escalations", "Handovers to people, by the condition that asked for one", ["condition"])

model_calls = Counter("baton_model_calls", "Questions to language models, by how they ended", ["outcome"])
model_seconds = Histogram("baton_model_seconds", "How long a language model took", ["outcome"], buckets=PATIENT)
model_tokens = Counter("baton_model_tokens", "Tokens that language models read and wrote", ["direction"])

webhook_tries = Counter("baton_webhook_tries", "Tries to deliver an event, by what came of them", ["outcome"])
webhook_seconds = Histogram("baton_webhook_seconds", "How long an endpoint took to answer", ["outcome"], buckets=QUICK)
mails = Counter("baton_mails", "Mails handed to the mail server, by what it said", ["outcome"])

lines = Counter("baton_log_lines", "Lines of the log that are warnings or worse", ["level"])
pool = Gauge("baton_database_pool", "Database sessions of all processes", ["state"], multiprocess_mode="livesum")


def code(told: int) -> str:
    """A socket's close code as a label."""
    return str(told) if told in CODES else OTHER


def status(told: int) -> str:
    """A status as a label, such as 4xx."""
    return f"{told // 100}xx"
