"""What a good application contains, as a browser sends it."""

import re
from datetime import timedelta

from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from membership.forms.guards import opened_at

OBJECTS = (
    b"%PDF-1.4\n"
    b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>\nendobj\n"
)
PLACES = b"".join(b"%010d 00000 n \n" % OBJECTS.index(b"%d 0 obj" % number) for number in (1, 2, 3))
ENDING = b"\nstartxref\n%d\n%%%%EOF\n" % len(OBJECTS)
# One empty page. The last line before the ending is a comment: what a test writes there leaves the PDF as it is.
PDF = (
    OBJECTS + b"xref\n0 4\n0000000000 65535 f \n" + PLACES + b"trailer\n<< /Size 4 /Root 1 0 R >>\n% one page" + ENDING
)
EMAIL = "international@kraljevo.example"

ANSWERS: dict[str, dict[str, str]] = {
    "city": {
        "name_local": "Краљево",
        "name_en": "Kraljevo",
        "kind": "city",
        "country": "RS",
        "website": "https://www.kraljevo.example",
        "email_domain": "kraljevo.example",
        "postal_address": "Trg Jovana Sarića 1, 36000 Kraljevo",
        "population": "110 196",
        "population_year": "2022",
        "population_source": "Census 2022",
        "latitude": "43.72583",
        "longitude": "20.68944",
    },
    "mandate": {
        "head_name": "N. N.",
        "head_title": "Mayor",
        "in_office": "by_council",
        "last_election_day": "17",
        "last_election_month": "12",
        "last_election_year": "2023",
        "mandate_ends_day": "31",
        "mandate_ends_month": "12",
        "mandate_ends_year": "2027",
    },
    "contacts": {
        "mayor_email": "mayor@kraljevo.example",
        "contact_name": "N. N.",
        "contact_post": "Adviser",
        "contact_department": "International cooperation",
        "contact_phone": "+381 36 000 000",
        "contact_languages": "Serbian, English",
        "alternate_name": "M. M.",
        "alternate_email": "office@kraljevo.example",
        "mail_language": "sr",
    },
    "role": {
        "answer_language": "en",
        "national_role": "Seat of the district and of the region's airport.",
        "in_association": "no",
    },
    "contribution": {
        "answer_language": "en",
        "pledge": "We offer our experience with flood protection.",
        "aim_climate": "contribute",
        "aim_democracy": "interested",
        "aim_smart": "no",
        "aim_economy": "interested",
        "aim_crisis": "contribute",
        "aims_how": "By sharing data on river levels.",
    },
    "declarations": {
        "adheres_to_declaration": "on",
        "adheres_to_principles": "on",
        "is_authorised": "on",
        "is_accurate": "on",
        "has_read_privacy": "on",
    },
}


def address_form(email: str = EMAIL) -> dict[str, str]:
    """Return the first form as somebody sends it who took the time to read it."""
    return {"email": email, "opened": opened_at(timezone.now() - timedelta(minutes=1))}


def code_from_mail() -> str:
    """Return the six digits of the newest mail."""
    found = re.search(r"^(\d{6})$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]


def key_path_from_mail() -> str:
    """Return the path of the link in the newest mail."""
    found = re.search(r"https?://[^/]+(/\S+/apply/key/\S+)", mail.outbox[-1].body)
    assert found, mail.outbox[-1].body
    return found[1]


def letter(content: bytes = PDF, name: str = "pismo.pdf") -> SimpleUploadedFile:
    """Return a file as a browser uploads it."""
    return SimpleUploadedFile(name, content)
