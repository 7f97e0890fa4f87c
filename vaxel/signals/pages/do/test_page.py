from django.urls import reverse

from vaxel.signals.models import Signal, SignalStep


def test_a_refusal_keeps_the_words_and_the_choice_open(world, signals, browser_of):
    one = signals.of(world.mora)
    browser = browser_of(signals.county)
    answer = browser.post(reverse("signal_do", args=[one.pk, "at-sidan"]), {"text": "Hör hemma där.", "to": "x1"})
    page = answer.content.decode()
    assert (answer.status_code, "Välj vart signalen ska skickas" in page) == (422, True)
    assert "Hör hemma där.</textarea>" in page
    assert '<details class="signal-act" id="at-sidan" open>' in page


def test_what_is_no_act_and_what_is_no_longer_possible(world, signals, browser_of):
    one = signals.of(world.mora)
    browser = browser_of(signals.county)
    assert browser.post(reverse("signal_do", args=[one.pk, "forstora"])).status_code == 404
    answer = browser.post(reverse("signal_do", args=[one.pk, "avsluta"]), {"text": "Klart."})
    assert (answer.status_code, "Svara den som skrev först" in answer.content.decode()) == (409, True)
    assert browser.get(reverse("signal_do", args=[one.pk, "ta"])).status_code == 405


def test_numbers_that_are_no_ids_are_a_sentence(world, signals, browser_of):
    one = signals.of(world.mora)
    browser = browser_of(signals.county)
    for into in ("", "-1", "9" * 40, "²", "1.5"):
        answer = browser.post(reverse("signal_do", args=[one.pk, "for-ihop"]), {"text": "Samma.", "into": into})
        assert answer.status_code == 422, into
    assert SignalStep.objects.filter(signal=one).count() == 1


def test_taken_then_answered_then_closed_then_opened(world, signals, browser_of):
    one = signals.of(world.mora)
    browser = browser_of(signals.county)
    for act, text in (("ta", ""), ("svara", "Tack."), ("avsluta", "Klart."), ("oppna", "Inte klart.")):
        answer = browser.post(reverse("signal_do", args=[one.pk, act]), {"text": text})
        assert answer["Location"] == reverse("signal", args=[one.pk]), act
    assert Signal.objects.get().state == "taken"


def test_the_author_takes_it_back(world, signals, browser_of):
    one = signals.of(world.mora)
    browser = browser_of(world.actor(world.mora))
    page = browser.get(reverse("signal", args=[one.pk])).content.decode()
    assert "Ta tillbaka signalen" in page
    assert "Vad ska hända nu?" not in page
    browser.post(reverse("signal_own", args=[one.pk, "ta-tillbaka"]))
    assert Signal.objects.get().state == "withdrawn"


def test_asked_once_more_before_the_words_go(world, signals, browser_of):
    one = signals.of(world.mora, text="Kalle på Storgatan mår inte bra.")
    browser, address = browser_of(signals.county), reverse("signal_erase", args=[one.pk])
    assert "går inte att ångra" in browser.get(address).content.decode()
    assert Signal.objects.get().text
    browser.post(address)
    page = browser.get(reverse("signal", args=[one.pk])).content.decode()
    assert "Kalle" not in page
    assert "Texten raderades" in page
