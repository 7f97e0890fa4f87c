"""Ten keys, twenty posts each; and the same on a Växel that checks before it acts, as Kobo's did."""

from proofs import double_submit, planted
from proofs.promise import all_met
from tests.proofs.own_servers import OWN, unmet


def test_one_answer_and_twenty_alike():
    figures = list(double_submit.run(0.01, databases=(OWN,)))
    assert all_met(figures), figures


def test_check_then_act_is_found():
    figures = list(double_submit.run(0.01, planted=planted.by("naive-once"), databases=(OWN,)))
    assert "keys whose 20 posts were all told the same" in unmet(figures)
