"""Templates: the questions as data. What they may hold stands in the answer of GET; ids are given by us."""

from typing import Any

from ninja import Schema

from vaxel.accounts.api.bearer import reads, sends
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.once import Key, once
from vaxel.accounts.api.paging import Id, Paged, PageNumber, PageSize, paged
from vaxel.rounds.api import shapes
from vaxel.rounds.api.finding import template_seen
from vaxel.rounds.api.router import router
from vaxel.rounds.commands import templates as commands
from vaxel.rounds.domain.template import check
from vaxel.rounds.models import Template

desk = Desk(router, "templates")


class TemplateOut(Schema):
    id: int
    title: str
    owner: int
    version: int
    is_frozen: bool


class TemplateWhole(TemplateOut):
    """`unfinished`: what must be mended before it can be sent, in words."""

    content: dict[str, Any]
    revision: int
    unfinished: list[str]


class TemplatePage(Paged):
    items: list[TemplateOut]


class NewTemplate(Schema):
    title: shapes.Title
    content: dict[str, Any] | None = None


class Content(Schema):
    content: dict[str, Any]
    revision: shapes.Revision


@desk.get("/templates", reads, TemplatePage, "templates")
def templates(request, page: PageNumber = 1, size: PageSize = 50):
    """Those of the body that the key acts for."""
    mine = Template.objects.filter(owner=request.actor.body_id, archived_at=None).order_by("-id")
    return paged(mine.prefetch_related("versions"), page, size, lambda rows: [_brief(row) for row in rows])


@desk.post("/templates", sends, TemplateWhole, "templates", status=201)
def create(request, data: NewTemplate, key: Key):
    """With questions, or empty."""
    actor = request.actor

    def act():
        made = commands.create_template(by=actor, owner_id=actor.body_id, title=data.title, content=data.content)
        return _whole(made)

    return once(request, key, 201, act)


@desk.get("/templates/{template}", reads, TemplateWhole, "template")
def template(request, template: Id):
    """The latest version."""
    return _whole(template_seen(request, template))


@desk.put("/templates/{template}", sends, TemplateWhole, "template")
def write(request, template: Id, data: Content):
    """The whole content as it shall be, if nobody has saved it since `revision`."""
    found = template_seen(request, template)
    commands.save_version(_latest(found), data.content, by=request.actor, revision=data.revision)
    return _whole(found)


def _latest(template):
    return max(template.versions.all(), key=lambda version: version.number)


def _brief(template):
    version = _latest(template)
    return {
        "id": template.pk,
        "title": template.title,
        "owner": template.owner_id,
        "version": version.number,
        "is_frozen": version.frozen_at is not None,
    }


def _whole(template):
    version = template.versions.order_by("-number").first()
    return {
        **_brief(template),
        "content": version.content,
        "revision": version.revision,
        "unfinished": [str(problem.sentence) for problem in check(version.content)],
    }
