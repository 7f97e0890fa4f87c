"""Names as people paste them: å and a are two letters where two bodies differ by nothing else."""

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.queries.pasted import resolve
from vaxel.rounds.tests.world import body


def test_a_name_spelt_just_so_is_never_doubtful(world):
    plain, ringed = (
        body(Kind.MUNICIPALITY, name, code) for name, code in (("Habo kommun", "0643"), ("Håbo kommun", "0305"))
    )
    found = resolve("Habo kommun\nHÅBO KOMMUN", world.today())
    assert found.body_ids == (plain.pk, ringed.pk)
    assert not found.doubtful
