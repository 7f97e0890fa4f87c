"""Five hundred bodies, twelve kills; and the same with mail that is a new one at every attempt."""

from proofs import planted, sent_once_postgresql, sent_once_sqlite
from proofs.promise import all_met
from tests.proofs.own_servers import IS_POSTGRES, unmet

proof = sent_once_postgresql if IS_POSTGRES else sent_once_sqlite


def test_none_lost_and_none_double():
    figures = list(proof.run(0.005))
    assert all_met(figures), figures


def test_mail_that_is_new_at_every_attempt_is_found():
    assert unmet(proof.run(0.005, planted.by("new-mail-each-time"))) == {"receivers with two different mails"}
