"""Small exports of other desks, as their own APIs show them, with one of each kind of thing."""

from typing import Any

ANN = {
    "id": 7,
    "type": "contact",
    "name": "Ann Field",
    "email": "Ann@Example.org",
    "identifier": "u-7",
    "custom_attributes": {"plan": "pro", "seats": 3, "bad name!": 1},
    "additional_attributes": {"browser_language": "de-AT"},
}
VISITOR = {"id": 8, "type": "contact", "name": None, "email": None, "identifier": None}
ALICE = {"id": 1, "type": "user", "name": "Alice Adler", "email": "alice@example.com"}
CHATWOOT: dict[str, Any] = {
    "data": {
        "meta": {"all_count": 2},
        "payload": [
            {
                "id": 41,
                "account_id": 3,
                "meta": {"sender": ANN, "channel": "Channel::Email", "assignee": ALICE},
                "additional_attributes": {"mail_subject": "A bent wheel"},
                "labels": ["repair", "repair", "warranty"],
                "status": "open",
                "created_at": 1700000000,
                "messages": [
                    {
                        "id": 900,
                        "content": "My wheel is bent <script>alert(1)</script>",
                        "message_type": 0,
                        "created_at": 1700000000,
                        "private": False,
                        "sender": ANN,
                        "attachments": [{"file_type": "image", "data_url": "https://files.example.org/wheel.png"}],
                    },
                    {"id": 901, "content": "Ann started it", "message_type": 2, "created_at": 1700000001},
                    {
                        "id": 902,
                        "content": "Bring it in on **Monday**.",
                        "message_type": 1,
                        "created_at": 1700000300,
                        "private": False,
                        "sender": {"id": 1, "type": "user", "name": "Alice Adler"},
                    },
                    {
                        "id": 903,
                        "content": "She is in the club.",
                        "message_type": 1,
                        "created_at": 1700000200,
                        "private": True,
                        "sender": {"id": 2, "type": "user", "name": "Gone Gustav"},
                    },
                    {"id": 904, "content": "Rate us", "message_type": 3, "created_at": 1700000400, "sender": None},
                    {
                        "id": 905,
                        "content": "We said so.",
                        "message_type": "outgoing",
                        "created_at": "2023-11-14T22:20:00Z",
                        "sender": {"id": 2, "type": "user", "name": "Gone Gustav"},
                    },
                ],
            },
            {
                "id": 42,
                "account_id": 3,
                "meta": {"sender": VISITOR},
                "labels": [],
                "created_at": 1700100000,
                "messages": [{"id": 910, "content": "Hello?", "message_type": 0, "created_at": 1700100000}],
            },
            {"id": 43, "account_id": 3, "meta": {"sender": VISITOR}, "messages": []},
        ],
    }
}
BEN = {
    "type": "contact",
    "id": "5ba682d23d7cf92bef87bfd4",
    "external_id": "u-9",
    "role": "user",
    "email": "ben@example.org",
    "name": "Ben Hill",
    "custom_attributes": {"plan": "team"},
}
INTERCOM: dict[str, Any] = {
    "conversations": [
        {
            "type": "conversation",
            "id": "147",
            "title": None,
            "created_at": 1710000000,
            "updated_at": 1710000900,
            "source": {
                "type": "conversation",
                "id": "403918",
                "subject": "<p>Lost &amp; found</p>",
                "body": "<p>Where is my <b>bell</b>?</p><p>See <a href='https://shop.example.org/bell'>this</a></p>",
                "author": {"type": "user", "id": BEN["id"], "name": "Ben Hill", "email": "ben@example.org"},
                "attachments": [],
            },
            "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": BEN["id"]}]},
            "tags": {"type": "tag.list", "tags": [{"type": "tag", "id": "1", "name": "delivery"}]},
            "conversation_parts": {
                "type": "conversation_part.list",
                "conversation_parts": [
                    {
                        "id": "1",
                        "part_type": "comment",
                        "body": "<p>I look into it.</p><script>alert(2)</script><img src=x onerror=alert(3)>",
                        "created_at": 1710000100,
                        "author": {"type": "bot", "id": "9", "name": "Fin"},
                    },
                    {
                        "id": "2",
                        "part_type": "note",
                        "body": "<p>Third time.</p>",
                        "created_at": 1710000200,
                        "author": {"type": "admin", "id": "5", "name": "Alice Adler", "email": "ALICE@example.com"},
                    },
                    {"id": "3", "part_type": "assignment", "body": None, "created_at": 1710000250},
                    {
                        "id": "4",
                        "part_type": "comment",
                        "body": "<ul><li>It is in the post.</li><li>Rings &lt;tomorrow&gt;</li></ul>",
                        "created_at": 1710000300,
                        "author": {"type": "admin", "id": "5", "name": "Alice Adler", "email": "alice@example.com"},
                        "attachments": [{"name": "label.pdf", "url": "javascript:alert(4)"}],
                    },
                    {"id": "4", "part_type": "comment", "body": "<p>Twice</p>", "created_at": 1710000300},
                ],
                "total_count": 5,
            },
        }
    ],
    "contacts": [BEN],
}
