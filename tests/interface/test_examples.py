"""The examples of the reference are calls that the tests make, and answers as the document says.

`make examples` writes them anew. That each call is answered so is what the isolation suite plays.
"""

import os

import jsonschema_rs
import pytest

from config.reference import examples
from config.reference.sections import section_of
from tests.described import validator
from tests.interface import recording
from tests.isolation.playing import Player


@pytest.mark.skipif(os.environ.get("BATON_EXAMPLES") != "write", reason="only `make examples` writes")
def test_write(player: Player) -> None:
    recording.write(recording.record(player))


def test_every_operation_of_a_token_has_an_example() -> None:
    for_tokens = [
        name
        for name, _method, _address, said in recording.operations()
        if any("token" in way for way in said["security"])
    ]
    missing = [name for name in for_tokens if name not in examples.known()]
    assert not missing, "\n".join(["", *missing])


def test_every_operation_stands_in_a_section() -> None:
    lost = {
        address
        for _name, _method, address, _said in recording.operations()
        if section_of(address.split("/")[3]) is None
    }
    assert not lost


def test_an_example_is_as_the_document_says() -> None:
    wrong = []
    for name, _method, _address, said in recording.operations():
        example = examples.of(name)
        if not example:
            continue
        answered = said["responses"][str(example["status"])] if "status" in example else {}
        schema = answered.get("content", {}).get("application/json", {}).get("schema")
        if "answer" in example and schema is not None:
            wrong += [f"{name}: {_first(one)}" for one in validator(schema).iter_errors(example["answer"])][:1]
        asked = said.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        if "body" in example and asked is not None:
            wrong += [f"{name}: asks {_first(one)}" for one in validator(asked).iter_errors(example["body"])][:1]
    assert not wrong, "\n".join(["", *wrong])


def _first(error: jsonschema_rs.ValidationError) -> str:
    return f"{error.instance_path} {error.message[:300]}"
