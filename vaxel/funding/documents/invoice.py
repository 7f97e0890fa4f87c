"""A claim as an electronic invoice: UBL 2.1 in the profile Peppol BIS Billing 3.0.

VAT category O (not subject to VAT) is an **assumption**: a state grant is no payment for goods or services. Ask an
accountant before it is used for anything else. With O neither party's VAT number may stand in the invoice (BR-O-02).
A claim to Kammarkollegiet is probably outside the duty to invoice electronically (2018:1277); the channel exists.
What the result has been checked against: documents/invoice_check.py.
"""

from lxml import etree

from vaxel.funding.documents.claim import Claim, Line, Party, plain, refuse_unfit
from vaxel.funding.domain.swedish_numbers import bankgiro_digits, org_digits

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
NAMES = {None: f"{UBL}Invoice-2", "cac": f"{UBL}CommonAggregateComponents-2", "cbc": f"{UBL}CommonBasicComponents-2"}
CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
INVOICE, CREDIT_TRANSFER, PIECE = "380", "30", "C62"  # UNCL1001, UNCL4461, UN/ECE recommendation 20
ORG_NUMBER = "0007"  # ISO 6523: Swedish organisation number
NO_VAT, NO_VAT_CODE = "O", "VATEX-EU-O"
NO_VAT_REASON = "Statsbidrag: utanför momsens tillämpningsområde"
MEDIA_TYPE = "application/xml"


def ubl_invoice(claim: Claim) -> bytes:
    """UTF-8 XML. Raises ClaimError where the claim lacks something an invoice must have."""
    refuse_unfit(claim)
    root = etree.Element(f"{{{NAMES[None]}}}Invoice", nsmap=NAMES)
    _head(root, claim)
    _party(_add(root, "cac:AccountingSupplierParty"), claim.seller)
    _party(_add(root, "cac:AccountingCustomerParty"), claim.buyer)
    _payment(root, claim)
    _tax(root, claim.total_ore)
    _totals(root, claim.total_ore)
    for place, line in enumerate(claim.lines, 1):
        _line(root, place, line)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def kronor(ore: int) -> str:
    """Two decimals and a full stop, as XML wants it: 123456 öre is 1234.56."""
    return f"{ore // 100}.{ore % 100:02}"


def _head(root, claim):
    _add(root, "cbc:CustomizationID", CUSTOMIZATION)
    _add(root, "cbc:ProfileID", PROFILE)
    _add(root, "cbc:ID", plain(claim.number))
    _add(root, "cbc:IssueDate", claim.issue_date.isoformat())
    _add(root, "cbc:DueDate", claim.due_date.isoformat())
    _add(root, "cbc:InvoiceTypeCode", INVOICE)
    if plain(claim.note):
        _add(root, "cbc:Note", plain(claim.note))
    _add(root, "cbc:DocumentCurrencyCode", "SEK")
    _add(root, "cbc:BuyerReference", plain(claim.reference_code))


def _party(parent, party: Party):
    number = org_digits(party.org_number)
    found = _add(parent, "cac:Party")
    _add(found, "cbc:EndpointID", number, schemeID=ORG_NUMBER)
    _add(_add(found, "cac:PartyName"), "cbc:Name", plain(party.name))
    address = _add(found, "cac:PostalAddress")
    for name, text in (("StreetName", party.street), ("CityName", party.city), ("PostalZone", party.postcode)):
        if plain(text):
            _add(address, f"cbc:{name}", plain(text))
    _add(_add(address, "cac:Country"), "cbc:IdentificationCode", "SE")
    legal = _add(found, "cac:PartyLegalEntity")
    _add(legal, "cbc:RegistrationName", plain(party.name))
    _add(legal, "cbc:CompanyID", number, schemeID=ORG_NUMBER)


def _payment(root, claim):
    means = _add(root, "cac:PaymentMeans")
    _add(means, "cbc:PaymentMeansCode", CREDIT_TRANSFER)
    _add(means, "cbc:PaymentID", plain(claim.number))
    account = _add(means, "cac:PayeeFinancialAccount")
    _add(account, "cbc:ID", bankgiro_digits(claim.bankgiro))
    _add(_add(account, "cac:FinancialInstitutionBranch"), "cbc:ID", "SE:BANKGIRO")


def _tax(root, total):
    tax = _add(root, "cac:TaxTotal")
    _money(tax, "TaxAmount", 0)
    part = _add(tax, "cac:TaxSubtotal")
    _money(part, "TaxableAmount", total)
    _money(part, "TaxAmount", 0)
    category = _add(part, "cac:TaxCategory")
    _add(category, "cbc:ID", NO_VAT)
    _add(category, "cbc:TaxExemptionReasonCode", NO_VAT_CODE)
    _add(category, "cbc:TaxExemptionReason", NO_VAT_REASON)
    _vat(category)


def _totals(root, total):
    sums = _add(root, "cac:LegalMonetaryTotal")
    for name in ("LineExtensionAmount", "TaxExclusiveAmount", "TaxInclusiveAmount", "PayableAmount"):
        _money(sums, name, total)


def _line(root, place, line: Line):
    found = _add(root, "cac:InvoiceLine")
    _add(found, "cbc:ID", str(place))
    _add(found, "cbc:InvoicedQuantity", "1", unitCode=PIECE)
    _money(found, "LineExtensionAmount", line.amount_ore)
    item = _add(found, "cac:Item")
    _add(item, "cbc:Name", plain(line.title))
    category = _add(item, "cac:ClassifiedTaxCategory")
    _add(category, "cbc:ID", NO_VAT)
    _vat(category)
    _money(_add(found, "cac:Price"), "PriceAmount", line.amount_ore)


def _vat(category):
    _add(_add(category, "cac:TaxScheme"), "cbc:ID", "VAT")


def _money(parent, name, ore):
    _add(parent, f"cbc:{name}", kronor(ore), currencyID="SEK")


def _add(parent, name, text=None, **attributes):
    prefix, _colon, local = name.partition(":")
    child = etree.SubElement(parent, f"{{{NAMES[prefix]}}}{local}", **attributes)
    child.text = text
    return child
