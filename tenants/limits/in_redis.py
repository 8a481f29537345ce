"""Counts in Redis: one script for each request, which Redis runs by itself and as a whole."""

from typing import Any

import redis

from tenants.limits.allowance import STRETCH, STRETCHES, Counted

COUNT = f"""
local now = redis.call('TIME')
local newest = math.floor(tonumber(now[1]) / {STRETCH})
local kept, used, counts = redis.call('HGETALL', KEYS[1]), 0, {{}}
for place = 1, {STRETCHES} do counts[place] = 0 end
for at = 1, #kept, 2 do
    local place = newest - tonumber(kept[at]) + 1
    if place > {STRETCHES} then
        redis.call('HDEL', KEYS[1], kept[at])
    else
        place = math.max(place, 1)
        counts[place] = counts[place] + tonumber(kept[at + 1])
        used = used + tonumber(kept[at + 1])
    end
end
local let_in = 0
if used < tonumber(ARGV[1]) then
    let_in = 1
    counts[1] = counts[1] + 1
    redis.call('HINCRBY', KEYS[1], newest, 1)
    redis.call('EXPIRE', KEYS[1], {STRETCH * STRETCHES})
end
return {{let_in, newest, now[1], now[2], unpack(counts)}}
"""
SECONDS = 0.5  # to wait for Redis
PREFIX = b"baton.asked."


class InRedis:
    """The counts of one Redis."""

    def __init__(self, url: str) -> None:
        self._client: Any = redis.Redis.from_url(url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS)
        self._script: Any = self._client.register_script(COUNT)

    def count(self, who: bytes, most: int) -> Counted:
        """Count a request of `who`, if `most` were not counted yet. Raises redis.RedisError."""
        let_in, newest, seconds, micros, *counts = self._script(keys=[PREFIX + who], args=[most])
        return Counted(bool(let_in), newest, counts, int(seconds) + int(micros) / 1_000_000)

    def close(self) -> None:
        """End all sessions."""
        self._client.close()
