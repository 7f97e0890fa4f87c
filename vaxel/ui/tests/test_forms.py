"""Every widget gets its classes, its hint and its error without the form knowing."""

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import override

from vaxel.ui.gallery.form import Sample, wrong


def _shown(form):
    with override("sv"):
        return str(form)


def test_every_input_is_designsystemets():
    shown = _shown(Sample())
    assert shown.count("ds-input") == sum(shown.count(tag) for tag in ("<input", "<textarea", "<select"))


def test_hint_and_error_are_tied_to_the_field():
    shown = _shown(wrong())
    assert 'aria-describedby="id_b-name_helptext id_b-name_error"' in shown
    assert 'id="id_b-name_helptext"' in shown
    assert 'id="id_b-name_error"' in shown


def test_groups_of_choices_are_fieldsets_with_a_legend():
    assert _shown(Sample()).count("<legend>") == 2


def test_what_a_form_wrote_is_escaped():
    class Form(forms.Form):
        name = forms.CharField(label="<b>", widget=forms.TextInput(attrs={"class": "short", "data-x": '"'}))

    shown = _shown(Form({"name": '"><script>'}))
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert 'class="ds-input short"' in shown


def test_the_summary_links_to_each_wrong_field():
    with override("sv"):
        shown = render_to_string("ui/components/errorsummary/errorsummary.html", {"form": wrong()})
    assert "Fyra saker behöver rättas" in shown
    assert 'href="#id_b-name"' in shown


def test_a_form_without_errors_has_no_summary():
    assert "ds-error-summary" not in render_to_string(
        "ui/components/errorsummary/errorsummary.html", {"form": Sample()}
    )
