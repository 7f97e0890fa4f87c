"""The proof of teeth in short: two small modules and their tests; and that a rule nobody tests is told."""

import json
import textwrap

import pytest

from proofs import teeth
from proofs.promise import all_met
from proofs.teeth import kills, living, mutants, survivors
from vaxel.calendar.domain import deadlines
from vaxel.rounds import permissions
from vaxel.rounds.domain import state


@pytest.fixture(autouse=True)
def own_place(monkeypatch, tmp_path):
    monkeypatch.setattr(kills, "FOLDER", tmp_path / "none yet")


@pytest.fixture
def mutants_of(monkeypatch, tmp_path):
    """The mutants of some lines, as (before, after)."""

    def of(source):
        path = tmp_path / "rule.py"
        path.write_text(textwrap.dedent(source), encoding="utf-8")
        monkeypatch.setattr(mutants, "path_of", lambda module: path)
        return [(one.place, one.before, one.after) for one in mutants.mutants("rule")]

    return of


def test_a_condition_is_turned_settled_and_moved(mutants_of):
    found = mutants_of(
        """
        def may(age):
            if age < 18:
                return False
            return True
        """
    )
    said = {after for _place, _before, after in found}
    assert "if ((age < 18) and False):" in said
    assert {"if ((age < 18) or True):", "if age <= 18:", "if age < 19:", "return True", "return False"} <= said


def test_a_table_loses_a_row_and_a_word_is_another(mutants_of):
    found = mutants_of('LINES = ("sent", "received", "answered")')
    assert ("", 'LINES = ("sent", "received", "answered")', 'LINES = ("received", "answered")') in found
    assert ("", 'LINES = ("sent", "received", "answered")', 'LINES = ("XXsentXX", "received", "answered")') in found


def test_what_people_read_and_what_only_the_type_checker_reads_is_left_alone(mutants_of):
    assert not mutants_of(
        '''
        """A rule."""
        from typing import Final

        def words(name: str = "a") -> str:
            """Says it."""
            raise ValueError("not so")
            return _("Kommunen")
        '''
    )


def test_a_name_stands_when_lines_move(mutants_of):
    rule = "def two():\n    return 1 + 1\n"
    assert mutants_of(rule) == mutants_of(f"# a remark\n\n\n{rule}")


def test_a_mutant_lives_in_the_process_until_it_is_taken_out():
    module = "vaxel.calendar.domain.deadlines"
    one = next(one for one in mutants.mutants(module) if one.place == "in_time" and "<=" in one.after)
    imported = deadlines.in_time  # as any other module has it
    midnight = deadlines.midnight(deadlines.dt.date(2026, 3, 2))
    assert not imported(midnight, deadlines.dt.date(2026, 3, 1))
    undo = living.put_in(module, one.source, one.line, in_function=True, living=living.functions(module))
    assert imported(midnight, deadlines.dt.date(2026, 3, 1))
    undo()
    assert not imported(midnight, deadlines.dt.date(2026, 3, 1))


def test_a_table_is_changed_wherever_it_was_imported_to():
    module = "vaxel.rounds.domain.state"
    one = next(one for one in mutants.mutants(module) if not one.place and one.before.startswith("DONE"))
    before = state.DONE
    assert permissions.DONE is before
    undo = living.put_in(module, one.source, one.line, in_function=False, living={})
    assert permissions.DONE is state.DONE
    assert len(state.DONE) == len(before) - 1
    undo()
    assert permissions.DONE is state.DONE is before


def test_a_survivor_needs_a_reason_and_a_reason_a_survivor(monkeypatch, tmp_path):
    monkeypatch.setattr(survivors, "FOLDER", tmp_path / "why")
    module = "vaxel.calendar.domain.quiet"
    first, second, third = mutants.mutants(module)[:3]
    kills.write(
        module,
        {first.name: kills.Kill("", "", 3), second.name: kills.Kill("a test"), third.name: kills.Kill("", "", 0)},
        "",
    )
    told = {module: dict.fromkeys((first.name, second.name, "f: a → b"), "the same")}
    (tmp_path / "why").mkdir()
    (tmp_path / "why" / "calendar.json").write_text(json.dumps(told), encoding="utf-8")
    assert survivors.unexplained([module]) == [f"{module}: {third.name}"]
    assert survivors.gone([module]) == [f"{module}: {second.name}", f"{module}: f: a → b (no such mutant)"]
    figures = list(teeth.figures([module]))
    assert not all_met(figures)
    assert [figure.value for figure in figures if figure.name.startswith("killed, in")] == [33.33]


def test_the_tests_of_deadlines_have_teeth():
    figures = list(teeth.run(0.01))
    assert all_met(figures), [survivors.unexplained(teeth.SMALL), survivors.gone(teeth.SMALL), figures]
