"""How much may be on its way to a client that has not said that it got it, and how much a client may send."""

from collections import deque
from dataclasses import dataclass, field

PING_AFTER_FRAMES, PING_AFTER_BYTES = 50, 128 * 1024
MOST_FRAMES, MOST_BYTES = 100, 256 * 1024  # sent and not confirmed
IDLE_SECONDS = 25.0  # without a ping; then one asks whether the client is still there
SILENT_SECONDS = 60.0  # without a pong while a ping waits for one; such a client is gone


@dataclass(frozen=True)
class Ping:
    """A ping that waits for its pong, and what had been sent before it."""

    n: int
    frames: int
    bytes: int


@dataclass
class Window:
    """What was sent to one client and what it confirmed; times are seconds of the monotonic clock."""

    now: float
    idle: float = IDLE_SECONDS
    silent: float = SILENT_SECONDS
    frames: int = 0
    bytes: int = 0
    confirmed: Ping = Ping(0, 0, 0)
    newest: Ping = Ping(0, 0, 0)
    waiting: deque[Ping] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.ping_at = self.pong_at = self.now

    def room_for(self, size: int) -> bool:
        """Whether a frame of `size` bytes may leave; the first after a confirmation always may."""
        frames, sent = self._sent_since(self.confirmed)
        return frames == 0 or (frames < MOST_FRAMES and sent + size <= MOST_BYTES)

    def is_filled(self, share: float) -> bool:
        """Whether a client that was asked leaves this share of the window, or more, unconfirmed."""
        frames, sent = self._sent_since(self.confirmed)
        return bool(self.waiting) and (frames >= share * MOST_FRAMES or sent >= share * MOST_BYTES)

    def wants_ping_before(self, size: int) -> bool:
        """Whether a ping should leave before a frame of `size` bytes.

        Before and not after, so that a client which asks for a page after each page has confirmed the last but one.
        """
        frames, sent = self._sent_since(self.newest)
        return frames > 0 and (frames >= PING_AFTER_FRAMES or sent + size > PING_AFTER_BYTES)

    def wants_sign_of_life(self, now: float) -> bool:
        """Whether it is time to ask if the client is still there."""
        return now - self.ping_at >= self.idle

    def is_silent(self, now: float) -> bool:
        """Whether the client owes a pong and gave none for too long."""
        return bool(self.waiting) and now - self.pong_at >= self.silent

    def looks_again_in(self, now: float) -> float:
        """Seconds until the client may have to be asked, or may be gone."""
        due = self.ping_at + self.idle
        if self.waiting:
            due = min(due, self.pong_at + self.silent)
        return max(0.01, due - now)

    def send(self, size: int) -> None:
        """A frame of `size` bytes leaves."""
        self.frames += 1
        self.bytes += size

    def ping(self, now: float) -> int:
        """A ping leaves; gives its number."""
        self.newest = Ping(self.newest.n + 1, self.frames, self.bytes)
        self.waiting.append(self.newest)
        self.ping_at = now
        return self.newest.n

    def pong(self, n: int, now: float) -> bool:
        """The client confirms ping `n`, and with it all before; False, and nothing changes, when none such waits."""
        if not self.waiting or not self.waiting[0].n <= n <= self.waiting[-1].n:
            return False
        while self.waiting and self.waiting[0].n <= n:
            self.confirmed = self.waiting.popleft()
        self.pong_at = now
        return True

    def _sent_since(self, ping: Ping) -> tuple[int, int]:
        """Frames, and bytes."""
        return self.frames - ping.frames, self.bytes - ping.bytes


@dataclass
class Bucket:
    """Lets `size` frames through at once and refills evenly over `seconds`."""

    size: int
    seconds: float
    now: float

    def __post_init__(self) -> None:
        self.level = float(self.size)

    def take(self, now: float) -> bool:
        """Whether one more frame is allowed at `now`."""
        self.level = min(self.size, self.level + (now - self.now) * self.size / self.seconds)
        self.now = now
        if self.level < 1:
            return False
        self.level -= 1
        return True
