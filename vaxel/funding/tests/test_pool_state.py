import pytest

from vaxel.funding.domain.pool_state import PartAnswer, settled

A, W, D = PartAnswer.AGREED, PartAnswer.WAITING, PartAnswer.DECLINED


@pytest.mark.parametrize(
    ("answers", "wanted"), [([A], True), ([A, A], True), ([A, W], False), ([D, A], False), ([W], False), ([], False)]
)
def test_a_pool_is_agreed_when_there_are_parties_and_all_of_them_have_agreed(answers, wanted):
    assert settled(answers) is wanted
    assert settled(iter(answers)) is wanted
