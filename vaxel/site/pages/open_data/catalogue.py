"""The catalogue of open data as DCAT (W3C DCAT 3, in JSON-LD): what there is, by whom, where, in which form."""

from django.conf import settings
from django.urls import reverse

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LICENCE = "http://creativecommons.org/publicdomain/zero/1.0/"
MEDIA = {"csv": "text/csv", "json": "application/json"}
SWEDISH = "http://publications.europa.eu/resource/authority/language/SWE"


def absolute(path):
    return settings.BASE_URL.rstrip("/") + path


def catalogue(datasets):
    """`datasets`: {key, title, text, publisher, issued, files: {form: path}}."""
    page = absolute(reverse("open_data"))
    return {
        "@context": CONTEXT,
        "@id": page,
        "@type": "dcat:Catalog",
        "dct:title": _swedish("Öppna data från Växel"),
        "dct:description": _swedish(
            "Sammanställda svar på öppna förfrågningar om psykisk hälsa, beviljade medel, och hur mycket som frågas."
        ),
        "dct:publisher": _agent("Växel"),
        "dct:license": {"@id": LICENCE},
        "dct:language": {"@id": SWEDISH},
        "foaf:homepage": {"@id": absolute("/")},
        "dcat:dataset": [_dataset(one) for one in datasets],
    }


def _dataset(one):
    return {
        "@id": absolute(reverse("open_data")) + f"#{one['key']}",
        "@type": "dcat:Dataset",
        "dct:title": _swedish(one["title"]),
        "dct:description": _swedish(one["text"] or one["title"]),
        "dct:publisher": _agent(one["publisher"]),
        "dct:accessRights": {"@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC"},
        **({"dct:issued": {"@value": one["issued"].isoformat(), "@type": "xsd:date"}} if one["issued"] else {}),
        "dcat:distribution": [_file(form, path) for form, path in one["files"].items()],
    }


def _file(form, path):
    address = absolute(path)
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"http://www.iana.org/assignments/media-types/{MEDIA[form]}"},
        "dct:license": {"@id": LICENCE},
    }


def _swedish(text):
    return {"@value": text, "@language": "sv"}


def _agent(name):
    return {"@type": "foaf:Agent", "foaf:name": name}
