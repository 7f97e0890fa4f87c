from proofs import never_locked
from proofs.promise import all_met


def test_no_writer_is_told_locked():
    figures = list(never_locked.run(0.005))
    assert all_met(figures), figures
