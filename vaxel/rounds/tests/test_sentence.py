from vaxel.rounds.domain.sentence import Sentence, _


def test_a_sentence_keeps_its_msgid_for_the_translators_and_says_itself_in_swedish():
    sentence = Sentence(_("Talet har för många siffror. Skriv högst %(digits)s."), {"digits": 15})
    assert sentence.text == "Talet har för många siffror. Skriv högst %(digits)s."
    assert str(sentence) == "Talet har för många siffror. Skriv högst 15."
    assert str(Sentence(_("Raden har ingen fråga."))) == "Raden har ingen fråga."
