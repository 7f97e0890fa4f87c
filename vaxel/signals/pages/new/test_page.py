from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from vaxel import files
from vaxel.network.domain.kinds import Role
from vaxel.signals.models import OWNER, Signal

FILLED = {
    "kind": "need",
    "title": "Unga väntar på samtalsstöd",
    "text": "Fyra månader är för länge.",
    "group": "children",
    "key": "a" * 32,
}


def filled(world, **more):
    return {**FILLED, "place": world.mora.pk, **more}


def test_a_minute_and_it_is_sent(world, browser_of):
    browser = browser_of(world.actor(world.mora))
    page = browser.get(reverse("signal_new"))
    assert f'<option value="{world.mora.pk}" selected>' in page.content.decode()
    paper = SimpleUploadedFile("samtal.txt", "Tolv elever står i kö.".encode())
    answer = browser.post(reverse("signal_new"), filled(world, uploads=paper))
    one = Signal.objects.get()
    assert answer["Location"] == reverse("signal", args=[one.pk])
    assert (one.author_body, one.desk, one.group) == (world.mora, world.dalarna, "children")
    (attached,) = files.Attachment.objects.of(OWNER, one.pk)
    address = reverse("signal_file", args=[one.pk, attached.public_id])
    assert browser.get(address).status_code == 200
    assert browser_of(world.actor(world.falun)).get(address).status_code == 404


def test_the_same_form_twice_is_one_signal(world, browser_of):
    browser = browser_of(world.actor(world.mora))
    for _click in range(2):
        assert browser.post(reverse("signal_new"), filled(world)).status_code == 302
    browser.post(reverse("signal_new"), filled(world, text="Nu är det sex månader."))
    assert Signal.objects.count() == 2


def test_what_is_wrong_is_said_and_nothing_is_kept(world, browser_of):
    browser = browser_of(world.actor(world.mora))
    bad = SimpleUploadedFile("ond.exe", b"MZ\x00\x00")
    tries = [
        ({"kind": "påhittat"}, "Välj vad det gäller."),
        ({"title": " "}, "Skriv en rubrik"),
        ({"title": "x" * 151}, "151 tecken"),
        ({"text": ""}, "Skriv några meningar"),
        ({"place": "99999999999999999999"}, "Välj var det gäller."),
        ({"place": world.clinic.pk}, "Välj var det gäller."),
        ({"uploads": [bad]}, "ond.exe"),
    ]
    for wrong, sentence in tries:
        answer = browser.post(reverse("signal_new"), filled(world, **wrong))
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True), wrong
    assert not Signal.objects.exists()
    assert not files.Attachment.objects.exists()


def test_who_does_not_speak_for_the_body_is_told_who_reads_first(world, browser_of):
    browser = browser_of(world.actor(world.mora, Role.APPROVER))
    page = browser.get(reverse("signal_new")).content.decode()
    assert "Era egna läser först" in page
    assert 'name="own_first"' not in page
    browser.post(reverse("signal_new"), filled(world))
    assert Signal.objects.get().desk == world.mora
