from proofs import full_disk
from proofs.promise import all_met


def test_a_full_disk_is_said_and_loses_nothing():
    figures = list(full_disk.run(0.1))
    assert all_met(figures), [figure for figure in figures if not figure.ok]
