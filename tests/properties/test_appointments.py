"""No seat is given twice, no appointment is past or outside of the hours, and a moved one keeps one seat.

Customers and the desk book, move, cancel and bring back at the same moment, also on the same times; hours and seats
change meanwhile. After each step the whole calendar is looked at.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from itertools import combinations

from django.db.models import F, QuerySet
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from assistant.appointments import booking, calendars, offering, plans
from assistant.appointments.booking import CUSTOMER, DESK, Wish
from assistant.appointments.errors import AppointmentChangedError, NotFreeError
from assistant.models import Appointment, AppointmentState, Calendar, Service
from tenants import current
from tenants.models import Tenant
from tenants.trail import audit
from tests.appointments.workshop import at, service, working_day, workshop
from tests.properties.playing import play
from tests.properties.together import Together

SEATS = 2
AT_ONCE = 4
PEOPLE = ("carol@example.org", "dora@example.org")
REFUSED = (NotFreeError, AppointmentChangedError)
hours = st.sampled_from([8, 9, 10, 11, 12, 13, 16, 17])
minutes = st.sampled_from([0, 15, 30])
weeks = st.integers(0, 1)
picks = st.integers(0, 30)
asking = st.sampled_from([CUSTOMER, DESK])


class Appointments(RuleBasedStateMachine):
    """A workshop of two seats, an hour's service with a pause after it, and a quick check."""

    threads: Together  # given by the test
    played = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).played += 1
        self.calendar = workshop(seats=SEATS, name=f"Workshop {self.played}")
        self.services = [
            service(self.calendar, pause_minutes=30),
            service(self.calendar, "Safety check", 30),
        ]

    @initialize(hour=hours, who=asking)
    def begins(self, hour: int, who: booking.Who) -> None:
        self.all_book_one_time(hour, 0, who)

    @rule(hour=hours, minute=minutes, week=weeks, quick=st.booleans(), who=asking)
    def books(self, hour: int, minute: int, week: int, quick: bool, who: booking.Who) -> None:  # noqa: FBT001
        self.at_once([self.to_book(self.services[quick], self.time(hour, minute, week), who)])

    @rule(hour=hours, week=weeks, who=asking)
    def all_book_one_time(self, hour: int, week: int, who: booking.Who) -> None:
        """More at once than there are seats: as many as fit are taken, the others are told."""
        starts_at, before = self.time(hour, 0, week), self.booked().count()
        free = self.free(self.services[0], starts_at)
        came = self.at_once([self.to_book(self.services[0], starts_at, who)] * AT_ONCE)
        assert sum(isinstance(one, Appointment) for one in came) == free
        assert self.booked().count() == before + free

    @rule(pick=picks, hour=hours, minute=minutes, week=weeks, who=asking)
    def moves(self, pick: int, hour: int, minute: int, week: int, who: booking.Who) -> None:
        found = self.one(pick)
        if found is not None:
            self.at_once([self.to_move(found, self.time(hour, minute, week), who)])

    @rule(pick=picks, hour=hours)
    def one_is_moved_and_cancelled_at_once(self, pick: int, hour: int) -> None:
        found = self.one(pick)
        if found is None:
            return
        move = self.to_move(found, self.time(hour, 30, 1), CUSTOMER)
        came = self.at_once(
            [move, partial(booking.cancel, str(found.id), version=found.version, who=booking.CUSTOMER)] * 2
        )
        assert sum(isinstance(one, Appointment) for one in came) <= 1
        after = Appointment.objects.get(pk=found.pk)
        assert after.version in (found.version, found.version + 1)

    @rule(hour=hours)
    def all_move_to_one_time(self, hour: int) -> None:
        those = list(self.booked()[:AT_ONCE])
        self.at_once([self.to_move(one, self.time(hour, 0, 1), CUSTOMER) for one in those])

    @rule(pick=picks)
    def cancels(self, pick: int) -> None:
        found = self.one(pick)
        if found is not None:
            self.at_once([partial(booking.cancel, str(found.id), version=found.version, who=booking.CUSTOMER)])

    @rule()
    def all_cancelled_ones_come_back(self) -> None:
        gone = self.mine().filter(state=AppointmentState.CANCELLED)[:AT_ONCE]
        self.at_once([partial(booking.bring_back, str(one.id), version=one.version, who=booking.DESK) for one in gone])

    @rule(seats=st.integers(1, SEATS + 1))
    def seats_change(self, seats: int) -> None:
        calendars.change(str(self.calendar.id), {"seats": seats}, actor=audit.by_system())

    @rule(closes=st.sampled_from(["12:00", "17:00"]))
    def hours_change(self, closes: str) -> None:
        week = [{"weekday": day, "opens": "09:00", "closes": closes} for day in range(5)]
        calendars.change(str(self.calendar.id), {"hours": week}, actor=audit.by_system())

    @rule(hour=hours, who=asking)
    def nobody_books_the_past(self, hour: int, who: booking.Who) -> None:
        past = self.time(hour, 0, 0) - timedelta(weeks=4)
        [came] = self.at_once([self.to_book(self.services[0], past, who)])
        assert isinstance(came, NotFreeError)

    @invariant()
    def no_seat_is_given_twice(self) -> None:
        by_seat: dict[int | None, list[Appointment]] = {}
        for one in self.booked():
            assert one.seat_id is not None
            assert one.free_at is not None
            by_seat.setdefault(one.seat_id, []).append(one)
        for those in by_seat.values():
            for one, other in combinations(those, 2):
                assert one.free_at is not None
                assert other.free_at is not None
                assert one.free_at <= other.starts_at or other.free_at <= one.starts_at

    @invariant()
    def all_are_as_long_as_their_service_and_to_come(self) -> None:
        for one in self.booked().select_related("offered"):
            assert one.offered is not None
            assert one.ends_at - one.starts_at == timedelta(minutes=one.offered.minutes)
            assert one.made_at < one.starts_at

    def teardown(self) -> None:
        """The next example has a calendar of its own."""
        Calendar.objects.filter(pk=self.calendar.pk).update(on=False)

    def at_once(self, works: list[Callable[[], Appointment]]) -> list[Appointment | Exception]:
        """Do them all at the same moment; whatever is not done says why, and what is done lies within the hours."""
        came = self.threads.do(works) if works else []
        calendar = Calendar.objects.prefetch_related("seats", "exceptions").get(pk=self.calendar.pk)
        for one in came:
            assert isinstance(one, (Appointment, *REFUSED)), one
            if isinstance(one, Appointment) and one.moves + one.version == 1 and one.offered is not None:
                assert offering.is_offered(plans.of(calendar), plans.length(one.offered), one.starts_at)
        return came

    def to_book(self, what: Service, starts_at: datetime, who: booking.Who) -> Callable[[], Appointment]:
        """Somebody books."""
        return partial(booking.book, Wish(str(what.id), starts_at, "Carol", PEOPLE[0]), who=who)

    def to_move(self, what: Appointment, starts_at: datetime, who: booking.Who) -> Callable[[], Appointment]:
        """Somebody moves theirs."""
        return partial(booking.move, str(what.id), starts_at, version=what.version, who=who)

    def free(self, what: Service, starts_at: datetime) -> int:
        """How many may have that time."""
        calendar = Calendar.objects.get(pk=self.calendar.pk)
        plan, length, day = plans.of(calendar), plans.length(what), starts_at.date()
        if not offering.is_offered(plan, length, starts_at):
            return 0
        taken = plans.taken(calendar, first=day, last=day)
        until = starts_at + length.takes + length.pause
        full = {one.seat for one in taken if one.starts_at < until and starts_at < one.free_at}
        return min(AT_ONCE, len(set(plan.seats) - full))

    def time(self, hour: int, minute: int, week: int) -> datetime:
        """A time on the Tuesday after next, or one week later."""
        return at(working_day() + timedelta(weeks=week), hour, minute)

    def one(self, pick: int) -> Appointment | None:
        """One of those that are booked."""
        found = list(self.booked())
        return found[pick % len(found)] if found else None

    def mine(self) -> QuerySet[Appointment]:
        """All of this example."""
        return Appointment.objects.filter(seat__calendar=self.calendar).order_by("made_at", "id")

    def booked(self) -> QuerySet[Appointment]:
        """Those that stand."""
        return self.mine().filter(state=AppointmentState.BOOKED)


def test_appointments_survive_any_order_of_steps(own_database: str, acme: Tenant) -> None:
    with current.entered(acme), Together(acme, AT_ONCE) as threads:
        Appointments.threads = threads
        play(Appointments)
        assert Appointment.objects.filter(state=AppointmentState.BOOKED, starts_at__lt=F("made_at")).count() == 0
        assert timezone.now() < min(Appointment.objects.values_list("starts_at", flat=True))
