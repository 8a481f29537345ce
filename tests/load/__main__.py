"""`python -m tests.load PART …`: the one door of the load suite and of the processes that it starts."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
os.environ.setdefault("BATON_LOG_LEVEL", "WARNING")
django.setup()

from tests.load import (  # noqa: E402  see above
    bench,
    control_room,
    first_open,
    floor,
    generator,
    growth,
    inbox,
    measuring,
    noise,
    noisy,
    reliability,
    replay,
    reports,
    room_page,
    rushes,
    screen,
    slow_client,
    soak,
    storm,
    tenants,
    wakeup,
    wakeup_listener,
    wakeup_writer,
)

PARTS = {
    "all": bench.all_parts,
    "bench": bench.main,
    "burst": rushes.burst,
    "control_room": control_room.main,
    "endurance": rushes.endurance,
    "first_open": first_open.main,
    "floor": floor.main,
    "generator": generator.main,
    "growth": growth.main,
    "inbox": inbox.main,
    "measuring": measuring.main,
    "noise": noise.main,
    "noisy": noisy.main,
    "reliability": reliability.main,
    "replay": replay.main,
    "reports": reports.main,
    "room_page": room_page.main,
    "screen": screen.main,
    "slow_client": slow_client.main,
    "soak": soak.main,
    "storm": storm.main,
    "tenants": tenants.main,
    "wakeup": wakeup.main,
    "wakeup-writer": wakeup_writer.main,
    "wakeup-listener": wakeup_listener.main,
}

if __name__ == "__main__":
    part = sys.argv.pop(1)
    PARTS[part]()
