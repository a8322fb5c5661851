"""The check of requests finds what it is there to find."""

import pytest

from tests.bot.openapi import Description


@pytest.fixture
def described(description: Description | None) -> Description:
    if description is None:
        pytest.skip("Discord's openapi.json isn't at hand: the bot's requests go unchecked")
    return description


def test_sound_request_has_no_faults(described: Description) -> None:
    body = {"content": "Ankle boot", "message_reference": {"message_id": 1}}
    assert not described.faults("POST", "/channels/1/messages", body)


@pytest.mark.parametrize(
    "body",
    [
        {"content": 3},
        {"components": [{"type": 99}]},
        {"components": [{"type": 10, "content": "x" * 5000}]},
        {"embeds": [{"title": "t" * 300}]},
    ],
)
def test_unsound_request_has_faults(described: Description, body: object) -> None:
    assert described.faults("POST", "/channels/1/messages", body)


def test_unknown_route_is_no_route(described: Description) -> None:
    with pytest.raises(LookupError):
        described.faults("POST", "/channels/1/pictures", {})


def test_body_where_none_belongs_is_a_fault(described: Description) -> None:
    assert described.faults("DELETE", "/channels/1/messages/2", {"content": "x"})
