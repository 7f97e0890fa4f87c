import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.notices.domain.mail import Waiting, bundles, message_id

KEY = b"secret"
MESSAGES = st.lists(
    st.builds(
        Waiting,
        event_key=st.text("abcdef", min_size=1, max_size=4),
        to=st.sampled_from(["x@example.org", "y@example.org"]),
        digest_key=st.sampled_from(["", "day", "week"]),
        message_id=st.sampled_from(["", "", "<old@example.org>"]),
    ),
    unique_by=lambda message: message.event_key,
    max_size=12,
)


@given(MESSAGES)
def test_every_message_goes_in_exactly_one_mail_to_its_own_receiver(messages):
    found = bundles(messages)
    assert sorted(one.event_key for bundle in found for one in bundle) == sorted(one.event_key for one in messages)
    for bundle in found:
        assert len({(one.to, one.message_id) for one in bundle}) == 1
        assert len(bundle) == 1 or bundle[0].message_id or len({one.digest_key for one in bundle}) == 1


@given(MESSAGES)
def test_without_a_key_a_mail_goes_alone(messages):
    for bundle in bundles(messages):
        if not bundle[0].message_id and not bundle[0].digest_key:
            assert len(bundle) == 1


@given(st.permutations(["a", "b", "c"]))
def test_the_same_messages_make_the_same_identity_in_any_order(keys):
    bundle = [Waiting(key, "x@example.org", "day") for key in keys]
    assert message_id(bundle, "vaxel.example", KEY) == message_id(
        sorted(bundle, key=lambda one: one.event_key), "vaxel.example", KEY
    )


def test_other_messages_make_another_identity():
    one, two = Waiting("a", "x@example.org"), Waiting("b", "x@example.org")
    assert len({message_id([one], "h", KEY), message_id([two], "h", KEY), message_id([one, two], "h", KEY)}) == 3


def test_nobody_without_the_secret_can_reckon_it():
    bundle = [Waiting("round:1:sent:5", "x@example.org")]
    assert message_id(bundle, "h", KEY) != message_id(bundle, "h", b"another")


A, B = "a@exempel.example", "b@exempel.example"


@pytest.mark.parametrize(
    ("messages", "mails"),
    [
        ([("1", A, "", ""), ("2", A, "", "")], [["1"], ["2"]]),
        ([("1", A, "day", ""), ("2", A, "day", ""), ("3", A, "week", "")], [["1", "2"], ["3"]]),
        ([("1", A, "day", ""), ("2", B, "day", "")], [["1"], ["2"]]),
        ([("1", A, "day", "<x>"), ("2", A, "day", ""), ("3", A, "day", "<x>")], [["1", "3"], ["2"]]),
        ([("1", A, "day", "<x>"), ("2", A, "week", "<x>")], [["1", "2"]]),
        ([("1", A, "", "<x>"), ("2", B, "", "<x>")], [["1"], ["2"]]),
    ],
)
def test_which_messages_go_in_one_mail(messages, mails):
    found = bundles(Waiting(*one) for one in messages)
    assert [[one.event_key for one in bundle] for bundle in found] == mails


def test_a_mail_tried_before_keeps_its_identity():
    assert message_id([Waiting("1", A, "day", "<x@vaxel.example>")], "annan.example", KEY) == "<x@vaxel.example>"


def test_a_mail_sent_before_an_upgrade_has_the_same_identity_after_it():
    assert (
        message_id([Waiting("1", A), Waiting("2", A)], "vaxel.example", KEY)
        == "<3c1f5697eddfc0e381ade908a94b9ea7@vaxel.example>"
    )
