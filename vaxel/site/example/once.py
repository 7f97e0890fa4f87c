"""Ask once, in the example: what municipalities said last year stands carried over in this year's account."""

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.kinds import AnswerStatus, RoundKind, RoundState
from vaxel.rounds.models import Answer, CarriedOver
from vaxel.site.example.chance import draw
from vaxel.site.example.year import HEARD, LED_TO, ExampleRound

THIS_YEAR = "account-municipalities"
REUSED = 0.6  # the part of those who could that took an earlier answer over
THE_YEAR_BEFORE = ExampleRound(
    key="account-before",
    kind=RoundKind.ACCOUNT,
    title="Kommunernas redovisning av medel, året innan",
    text="Redovisa hur kommunen har använt medlen ur överenskommelsen. Svaren föreslås nästa gång frågan ställs.",
    opens=-430,
    due=-364,
    state=RoundState.FED_BACK,
    kinds=(Kind.MUNICIPALITY,),
    template="Redovisning av medel – kommuner",
    minutes=45,
    replaces="fyra enkäter",
    basis="Överenskommelsen mellan staten och SKR, redovisningskravet",
    consulted=HEARD,
    grown=0.7,
    compiled=0.9,
    feedback=LED_TO,
)


def carry_over(rounds):
    """`rounds`: the plan's key → its round. Only values that are the same: a mark is true or is not there."""
    before = {answer.delivery.body_id: answer for answer in _answers(rounds[THE_YEAR_BEFORE.key])}
    CarriedOver.objects.bulk_create(
        CarriedOver(answer=answer, question_id=key, source=source)
        for answer in _answers(rounds[THIS_YEAR])
        if (source := before.get(answer.delivery.body_id))
        for key, value in answer.values.items()
        if source.values.get(key) == value and draw("carried", answer.delivery.position, key) < REUSED
    )


def _answers(round_):
    found = Answer.objects.filter(delivery__round=round_, status=AnswerStatus.SUBMITTED)
    return found.select_related("delivery")
