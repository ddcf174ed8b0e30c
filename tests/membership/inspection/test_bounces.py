"""What mail servers of different kinds write when a message comes back, and what is none of that."""

from base64 import b64encode
from pathlib import Path

import pytest

from membership.inspection.bounces import Bounce, Fate, UnreadableBounce, read_bounce

CORPUS = Path(__file__).parent / "bounces"
OURS = "<outbox-7-20270301070000@b40>"
ADDRESS = ("contact@nis.example",)
REPORT = (
    "From: MAILER-DAEMON@mx.example\n"
    "Content-Type: multipart/report; report-type=delivery-status; boundary=frontier\n\n"
    "--frontier\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n{}\n--frontier--\n"
)


def written(name: str, message_id: str = OURS) -> bytes:
    return (CORPUS / f"{name}.eml").read_text("utf-8").replace("@ID@", message_id).encode()


def refusal_of(raw: bytes) -> str:
    with pytest.raises(UnreadableBounce) as refusal:
        read_bounce(raw)
    return refusal.value.code


@pytest.mark.parametrize(
    ("name", "status", "reason"),
    [
        (
            "postfix",
            "5.1.1",
            "smtp; 550 5.1.1 <contact@nis.example>: Recipient address rejected: User unknown in virtual mailbox table",
        ),
        (
            "postfix_headers_only",
            "4.4.1",
            "X-Postfix; connect to mx.nis.example[192.0.2.10]:25: Connection timed out",
        ),
        (
            "exchange",
            "5.1.10",
            "smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient contact@nis.example not found by SMTP address"
            " lookup",
        ),
        (
            "gmail",
            "5.1.1",
            "smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1"
            " double-checking the recipient's email address for typos. 550 5.1.1"
            " https://support.google.com/mail/?p=NoSuchUser - gsmtp",
        ),
        ("exim", "5.0.0", ""),
        ("envelope_id", "5.2.2", "SMTP; 552 5.2.2 Mailbox full"),
    ],
)
def test_a_bounce_names_message_address_status_and_reason(name, status, reason):
    bounce = read_bounce(written(name))

    assert (bounce.fate, bounce.message_ids[0], bounce.recipients) == (Fate.FAILED, OURS, ADDRESS)
    assert (bounce.status, bounce.reason) == (status, reason)


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_the_ends_of_lines_do_not_matter(ending):
    assert read_bounce(written("postfix").replace(b"\n", ending.encode())).message_ids == (OURS,)


def test_an_international_bounce_is_read():
    bounce = read_bounce(written("international"))

    assert (bounce.message_ids, bounce.recipients, bounce.status) == ((OURS,), ADDRESS, "5.1.6")


def test_fields_that_a_server_encoded_are_read():
    fields = b64encode(
        b"Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\n"
    ).decode()
    report = REPORT.replace("status\n\nReporting-MTA: dns; mx.example\n", "status\nContent-Transfer-Encoding: base64\n")

    assert read_bounce(report.format(fields).encode()).recipients == ("a@b.example",)


def test_a_bounce_without_the_message_still_has_address_and_status():
    assert read_bounce(written("nothing_returned")) == Bounce(
        Fate.FAILED, (), ADDRESS, "5.7.1", "smtp; 554 5.7.1 refused by policy"
    )


@pytest.mark.parametrize(("name", "fate"), [("delayed", Fate.DELAYED), ("delivered", Fate.DELIVERED)])
def test_a_delay_and_a_success_are_no_failure(name, fate):
    assert read_bounce(written(name)).fate is fate


def test_of_several_addresses_the_one_that_failed_is_told():
    groups = "Final-Recipient: rfc822; a@b.example\nAction: delayed\n\nFinal-Recipient: rfc822; c@d.example\nAction: failed\n"

    assert read_bounce(REPORT.format(groups).encode()).recipients == ("c@d.example",)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        pytest.param(b"", "bounce_not_mail", id="nothing"),
        pytest.param(b"\x00\xff\xfe\x89PNG\r\n\x1a\n", "bounce_not_mail", id="bytes"),
        pytest.param("Καλημέρα\n".encode("utf-16"), "bounce_not_mail", id="another_encoding"),
        pytest.param(b"Dear colleagues,\n\nthe mail came back.\n", "bounce_not_mail", id="a_letter"),
        pytest.param(b"Subject: x\n\nDear colleagues\n", "bounce_not_report", id="a_mail"),
        pytest.param(
            REPORT.format("Final-Recipient: rfc822; a@b.example\n").encode(), "bounce_incomplete", id="no_action"
        ),
        pytest.param(REPORT.format("Action: failed\n").encode(), "bounce_incomplete", id="no_recipient"),
        pytest.param(
            REPORT.format("Final-Recipient: rfc822; a@b.example\nAction: exploded\n").encode(),
            "bounce_incomplete",
            id="unknown_action",
        ),
        pytest.param(
            b"Content-Type: multipart/report; boundary=x\n\n"
            + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 3000,
            "bounce_not_report",
            id="nested",
        ),
    ],
)
def test_what_is_no_bounce_is_refused(raw, code):
    assert refusal_of(raw) == code


def test_the_answer_of_somebody_who_is_away_is_no_bounce():
    assert refusal_of(written("out_of_office")) == "bounce_not_report"


@pytest.mark.parametrize("name", sorted(path.stem for path in CORPUS.glob("*.eml")))
@pytest.mark.parametrize("step", [1, 7, 97])
def test_a_damaged_bounce_is_read_or_refused_and_nothing_else(name, step):
    raw = written(name)
    damaged = [raw[:cut] for cut in range(0, len(raw), 97)]
    damaged += [raw[:at] + bytes([byte ^ 0x95]) + raw[at + 1 :] for at, byte in enumerate(raw) if at % 97 == step % 97]
    outcomes = set()

    for attempt in damaged:
        try:
            outcomes.add(type(read_bounce(attempt)))
        except UnreadableBounce as refused:
            outcomes.add(type(refused))

    assert outcomes <= {Bounce, UnreadableBounce}
