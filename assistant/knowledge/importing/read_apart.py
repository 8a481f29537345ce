"""A program of its own: reads a file from stdin, by the program that it is told, and writes its text to stdout.

`python -I read_apart.py read_pdf.py` says `{"refused": why}` on stderr, where why is null for a file that was read; any
other end than 0 means that the file is broken. It imports nothing of Baton and holds no secret, since a file made to
break a reader breaks it here, under limits of memory and time. A reader is a file with `read(content)`, which returns
the text, and `RefusedError`.
"""

import json
import logging
import os
import resource
import runpy
import sys

MEMORY = 1_000_000_000  # bytes of address space
SECONDS = 45  # of the processor


def main(program: str) -> None:
    """Read stdin, write stdout."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    os.nice(5)  # messages come first
    logging.disable(logging.CRITICAL)  # stderr is for the answer alone
    reader = runpy.run_path(program)
    refused = None
    try:
        sys.stdout.buffer.write(reader["read"](sys.stdin.buffer.read()).encode("utf-8", "replace"))
    except reader["RefusedError"] as error:
        refused = str(error)
    sys.stderr.write(json.dumps({"refused": refused}))


if __name__ == "__main__":
    main(sys.argv[1])
