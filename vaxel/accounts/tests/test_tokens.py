"""What is kept of a key, and of a request, is what earlier versions have kept: neither may drift."""

import base64

import pytest

from vaxel.accounts.domain.tokens import fingerprint, hashed, new_secret


def test_a_key_says_whose_it_is_and_holds_256_bits_that_no_other_has():
    keys = {new_secret() for _ in range(20)}
    assert len(keys) == 20
    for key in keys:
        assert key.startswith("vaxel_")
        assert len(base64.urlsafe_b64decode(key.removeprefix("vaxel_") + "=")) == 32


def test_a_key_issued_before_is_still_known():
    assert hashed("vaxel_nyckel") == "5943aa6b9960b3d40e90465df789e0ca551df025647545b46f8d7f24ac77fc6b"


def test_a_request_repeated_over_an_upgrade_is_the_same_request():
    kept = "49da3a614c45fb4c117eb18b7b7f5e2d4924a1ebaef3d0c7ce02abb2bec5e6ad"
    assert fingerprint("POST", "/api/v1/rounds", b'{"title": "Behov"}') == kept


@pytest.mark.parametrize(
    "other",
    [("PUT", "/api/v1/rounds", b"{}"), ("POST", "/api/v1/answers", b"{}"), ("POST", "/api/v1/rounds", b'{"a": 1}')],
)
def test_another_method_path_or_body_is_another_request(other):
    assert fingerprint(*other) != fingerprint("POST", "/api/v1/rounds", b"{}")


def test_what_is_moved_from_the_path_into_the_body_makes_another_request():
    assert fingerprint("POST", "/api/v1/rounds", b"7") != fingerprint("POST", "/api/v1/rounds7", b"")
