"""Marks on what a body has accepted from its earlier answers. They follow the values: a changed value loses its mark."""

from vaxel.rounds.models import Answer, CarriedOver


def carry(draft: Answer, changed, carried) -> None:
    """`changed` are the questions just written; `carried` says which of them came from which earlier answer (its id)."""
    draft.carried.filter(question_id__in=[*changed, *carried]).delete()
    kept = {key: source for key, source in carried.items() if draft.values.get(key) is not None}
    CarriedOver.objects.bulk_create(
        CarriedOver(answer=draft, question_id=key, source_id=source) for key, source in kept.items()
    )


def inherit(draft: Answer, begun_from: Answer | None) -> None:
    """A new version begins as the one before it, with what was carried over in that one."""
    if begun_from is not None:
        marks = begun_from.carried.values_list("question_id", "source_id")
        carry(draft, (), {key: source for key, source in marks if draft.values.get(key) == begun_from.values.get(key)})
