"""Two versions beside each other, clause by clause and word by word, as the parties read them: with the places filled."""

from django.http import Http404
from django.shortcuts import render

from vaxel.accounts.access import access
from vaxel.funding.pages.found_contract import contract_of
from vaxel.funding.permissions import READS_CONTRACT
from vaxel.text.domain.section_diff import Change, Section, section_diff
from vaxel.text.domain.wording_diff import word_diff


@access(READS_CONTRACT)
def versions_page(request, contract):
    """?fran=1&till=3; else the last two."""
    found = contract_of(contract)
    versions = list(found.versions.all())
    after = _chosen(versions, request.GET.get("till"), versions[-1])
    before = _chosen(versions, request.GET.get("fran"), versions[max(0, versions.index(after) - 1)])
    changes = section_diff(_plain(before), _plain(after))
    context = {
        "contract": found,
        "versions": versions,
        "before": before,
        "after": after,
        "title": word_diff(before.text.title, after.text.title),
        "changes": [one for one in changes if one.kind != Change.SAME],
        "moved": [one for one in changes if one.kind == Change.SAME and one.moved],
        "same": before.text == after.text,
    }
    return render(request, "funding/pages/contract_versions/page.html", context)


def _plain(version):
    """Without the marks of bold text: it is the words that the parties compare."""
    return [Section(one.id, one.title, one.text.replace("**", "")) for one in version.text.clauses]


def _chosen(versions, said, otherwise):
    if not said:
        return otherwise
    found = next((one for one in versions if str(one.number) == said), None)
    if found is None:
        raise Http404
    return found
