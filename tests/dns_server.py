"""A real DNS server on this machine, for one test: its TXT records, its moods, and what it was asked."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset


@dataclass
class NameServer:
    """What it answers; `mood` is "well", "broken" (SERVFAIL), "silent" or "garbled"."""

    port: int
    txt: dict[str, list[str]] = field(default_factory=dict)
    mood: str = "well"
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """As the setting DNS_SERVERS names it."""
        return f"127.0.0.1:{self.port}"

    def answer(self, wire: bytes) -> bytes | None:
        """The answer to one question, or None for silence."""
        question = dns.message.from_wire(wire)
        name = question.question[0].name.to_text(omit_final_dot=True)
        self.asked.append(name)
        reply = dns.message.make_response(question)
        reply.flags |= dns.flags.AA
        match self.mood:
            case "silent":
                return None
            case "garbled":
                return b"\x00" * 20
            case "broken":
                reply.set_rcode(dns.rcode.SERVFAIL)
            case _ if name in self.txt:
                texts = [
                    " ".join(f'"{text[at : at + 255]}"' for at in range(0, max(len(text), 1), 255))
                    for text in self.txt[name]
                ]
                reply.answer.append(dns.rrset.from_text(question.question[0].name, 60, "IN", "TXT", *texts))
            case _:
                reply.set_rcode(dns.rcode.NXDOMAIN)
        return reply.to_wire()


@contextmanager
def name_server() -> Iterator[NameServer]:
    """A server that answers over UDP until the block ends."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.bind(("127.0.0.1", 0))
        made = NameServer(line.getsockname()[1])
        thread = threading.Thread(target=_serve, args=[line, made], daemon=True)
        thread.start()
        try:
            yield made
        finally:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bell:
                bell.sendto(b"", line.getsockname())
            thread.join()


def _serve(line: socket.socket, server: NameServer) -> None:
    while True:
        wire, sender = line.recvfrom(4096)
        if not wire:
            return
        reply = server.answer(wire)
        if reply is not None:
            line.sendto(reply, sender)
