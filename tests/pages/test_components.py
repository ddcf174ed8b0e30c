"""The parts of pages that carry meaning for those who cannot see them: forms, lists of tasks, answers."""

from types import SimpleNamespace

import pytest
from django import forms
from django.template.loader import render_to_string

from tests.pages.html import Elements


class CityForm(forms.Form):
    name = forms.CharField(label="Official name", help_text="As it stands in your statutes.")
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(label="Kind", choices=[("c", "City"), ("d", "District")], widget=forms.RadioSelect)
    consent = forms.BooleanField(label="I am authorised")
    step = forms.CharField(widget=forms.HiddenInput, initial="2")


def render(template, **context):
    return render_to_string(f"components/{template}.html", context)


def found(template, **context):
    return Elements(render(template, **context))


def test_a_control_is_described_by_its_hint_and_its_error():
    field = CityForm({})["name"]

    assert found("field", field=field).all("input")[0]["aria-describedby"] == "id_name_helptext id_name_error"
    assert [part["id"] for part in found("field", field=field).all("p")] == ["id_name_helptext", "id_name_error"]
    assert found("field", field=field).all("label", **{"for": "id_name"})


def test_a_field_without_an_error_shows_none():
    assert "field__error" not in render("field", field=CityForm()["name"])


def test_a_field_that_may_stay_empty_says_so():
    assert "(optional)" in render("field", field=CityForm()["note"])
    assert "(optional)" not in render("field", field=CityForm()["name"])


def test_a_group_of_choices_has_its_question_as_legend():
    form = CityForm({})

    group = found("field", field=form["kind"])
    assert group.all("fieldset")[0]["aria-describedby"] == "id_kind_error"
    assert len(group.all("legend")) == 1
    assert [choice["id"] for choice in group.all("input")] == ["id_kind_0", "id_kind_1"]


def test_a_single_box_has_one_label():
    assert len(found("field", field=CityForm()["consent"]).all("label")) == 1


def test_a_hidden_field_has_no_label():
    assert [tag for tag, _attrs in found("field", field=CityForm()["step"]).found] == ["input"]


def test_a_form_shows_all_its_fields_in_order():
    names = [attrs["name"] for tag, attrs in found("form", form=CityForm()).found if tag in ("input", "textarea")]

    assert names == ["name", "note", "kind", "kind", "consent", "step"]


def test_the_error_summary_leads_to_the_controls():
    form = CityForm({"step": "2"})
    controls = {attrs.get("id") for _tag, attrs in found("form", form=form).found}

    targets = [link["href"] for link in found("error_summary", form=form).all("a")]

    assert targets == ["#id_name", "#id_kind_0", "#id_consent"]
    assert {target.removeprefix("#") for target in targets} <= controls


def test_the_error_summary_has_the_errors_of_the_whole_form():
    form = CityForm({"name": "Niš", "kind": "c", "consent": "on", "step": "2"})
    form.add_error(None, "The application was sent in the meantime.")

    assert "<li>The application was sent in the meantime.</li>" in render("error_summary", form=form)


def test_a_form_without_errors_has_no_summary():
    assert render("error_summary", form=CityForm()).strip() == ""


def test_a_task_is_described_by_its_status_and_its_hint():
    tasks = [
        {
            "title": "Contacts",
            "url": "/a/",
            "hint": "Work addresses",
            "status": "incomplete",
            "status_label": "Incomplete",
        },
        {"title": "Send", "url": "", "status": "cannot-start", "status_label": "Cannot start yet"},
    ]

    html = render("task_list", tasks=tasks)

    assert [link["aria-describedby"] for link in Elements(html).all("a")] == ["task-1-status task-1-hint"]
    assert 'task-list__status--cannot-start" id="task-2-status">Cannot start yet' in html


def test_an_answer_can_be_changed_and_an_empty_one_is_named():
    answers = [{"label": "Name", "value": "Niš\nSerbia", "change_url": "/name/"}, {"label": "Note", "value": ""}]

    html = render("answers_list", answers=answers)

    assert "Niš<br>Serbia" in html
    assert 'href="/name/">Change<span class="visually-hidden">: Name</span>' in html
    assert html.count("Not answered") == 1


@pytest.mark.parametrize("kind", ["success", "error"])
def test_a_result_is_announced(kind):
    assert found("notice", text="Saved.", kind=kind).all("div")[0]["role"] == "status"


def test_text_of_others_is_escaped():
    card = render("card", title="<b>Sofia</b>", text="a & b", url="/x/")

    assert "&lt;b&gt;Sofia&lt;/b&gt;" in card
    assert "a &amp; b" in card


@pytest.mark.parametrize(
    ("number", "links"), [(1, ["?topic=youth&page=2"]), (2, ["?topic=youth&page=1", "?topic=youth&page=3"])]
)
def test_pagination_keeps_the_filter(number, links):
    page = SimpleNamespace(
        has_other_pages=True,
        has_previous=number > 1,
        has_next=True,
        number=number,
        previous_page_number=number - 1,
        next_page_number=number + 1,
        paginator=SimpleNamespace(num_pages=3),
    )

    assert [link["href"] for link in found("pagination", page_of=page, query="topic=youth&").all("a")] == links


def test_contents_are_listed_only_where_there_are_enough():
    sections = [SimpleNamespace(text=f"Part {number}", anchor=f"part-{number}") for number in (1, 2, 3)]

    assert render("contents", sections=sections[:2]).strip() == ""
    assert [link["href"] for link in found("contents", sections=sections).all("a")] == ["#part-1", "#part-2", "#part-3"]
