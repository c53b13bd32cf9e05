"""Nothing written clearly means nothing agreed: a slip never grants anything."""

from datetime import date

import pytest

from shoptalk.findings.finding import Finding
from shoptalk.mending.mended_text import mended
from shoptalk.reading.consent import SO_NOTHING, Consent
from shoptalk.reading.interview import Interview, parse_interview
from shoptalk.reading.source import Source

TODAY = date(2026, 11, 22)


def read(front_matter: str) -> tuple[Interview, list[Finding]]:
    text = f"---\nname: Ada Okafor\n{front_matter}\n---\n\nWe met.\n"
    interview, findings = parse_interview(Source("ada.md", text), TODAY)
    assert interview is not None
    return interview, findings


SLIPS = [
    # a key that has to be guessed
    ("consent: {nmae: true, on: 2026-10-14}", ["unknown-key"]),
    ("consent: {Name: true}", ["unknown-key"]),
    ("consent: {name: true, quots: true}", ["unknown-key"]),
    ("consents: {name: true}", ["unknown-key"]),
    ("consent {name: true}", ["unknown-key"]),
    ("consent: {name: true}\nconsents: {quotes: false}", ["unknown-key"]),
    # the contrary of a key
    ("consent: {no_name: true, no_organization: true}", ["unknown-key", "unknown-key"]),
    ("consent: {noname: true}", ["unknown-key"]),
    ("consent: {not-name: true}", ["unknown-key"]),
    ("consent: {name_no: true}", ["unknown-key"]),
    ("no_consent: {name: true}", ["unknown-key"]),
    ("unconsent: {name: true}", ["unknown-key"]),
    ("consent: {name: true}\nno_consent: {name: true}", ["unknown-key"]),
    # YAML that has to be mended
    ("consent: {name:true}", ["no-space-after-colon"]),
    ("consent:{name: true}", ["no-space-after-colon"]),
    ("consent: {name: true quotes: true}", ["missing-comma"]),
    ("consent: {name: true, on: 2026-10-14", ["unclosed-bracket"]),
    ("consent:\n  name: true\n\tquotes: true", ["tab-indentation"]),
    ("consent:\n  name: true\n   quotes: true", ["wrong-indentation"]),
    ("consent:\n  name: true\n  quotes true\ntags: [a]", ["unindented-text", "wrong-type"]),
    ("consent: {name: !yes true}", ["yaml-tag", "wrong-type"]),
    # something given twice
    ("consent: {name: true}\nconsent: {quotes: true}", ["duplicate-key"]),
    ("consent: {name: true, name: false}", ["duplicate-key"]),
    # a value that is none
    ("consent: {name: true, quotes: perhaps}", ["wrong-type"]),
    ("consent: {name: true, on: 14.10.2026}", ["not-a-date"]),
    ("consent: {name: true, on: 2026-02-30}", ["impossible-date"]),
    ("consent: {name: true, on: }", ["empty-value"]),
    ("consent: {name: true, until: }", ["empty-value"]),
    ("consent: {name: true, until: null}", ["empty-value"]),
    ("consent: [name, quotes]", ["wrong-type"]),
    ("consent: true", ["consent-without-content"]),
    ("consent:", ["consent-without-content"]),
    # an end that nothing reads
    ("consent: {name: true, expires: 2026-01-31}", ["unknown-key"]),
    ("consent: {name: true}\nexpires: 2026-01-31", ["end-beside-consent"]),
    ("valid_until: 2026-01-31\nconsent: {name: true}", ["end-beside-consent"]),
    ("consent: {name: true, withdrawn: 2026-11-01}", ["withdrawn-consent"]),
    ("consent: {name: true}\nconsent_revoked: true", ["withdrawn-consent"]),
    ("consent: {name: true, anything: true}", ["unknown-key"]),
    ("consent: {name: true, phone: 020 7946 0958}", ["contact-details"]),
]


@pytest.mark.parametrize(("written", "checks"), SLIPS)
def test_a_slip_grants_nothing_and_each_finding_says_so(written: str, checks: list[str]):
    interview, findings = read(written)
    assert interview.consent == Consent()
    assert [found.check for found in findings] == checks
    assert all(found.message.endswith(f", {SO_NOTHING}") for found in findings)


@pytest.mark.parametrize("written", [written for written, _ in SLIPS])
def test_no_repair_of_the_command_grants_anything(written: str):
    text = f"---\nname: Ada Okafor\n{written}\n---\n\nWe met.\n"
    interview, _ = parse_interview(Source("", mended(text.encode(), TODAY).decode()), TODAY)
    assert interview is not None
    assert interview.consent == Consent()


@pytest.mark.parametrize(
    "written",
    [
        "consent: {name: true, on: 2026-10-14}",
        "consent: {name: yes, on: 2026-10-14} # by mail",
        'consent:\n  "name": True\n  on: 2026-10-14  # see her mail',
        "consent: {name: true, on: 2026-10-14, x-why: she laughed}",
        "consent: {name: true, on: 2026-10-14}\nx-expires: 2026-01-31",
        "tilte: Nurse\norganization: Harbor: Health\nconsent: {name: true, on: 2026-10-14}",
        "consent: {name: true, on: 2026-10-14}\ntags: [a, b\ndate: 14.10.2026",
    ],
)
def test_what_is_written_clearly_counts_whatever_is_wrong_elsewhere(written: str):
    interview, findings = read(written)
    assert interview.consent == Consent(name=True, on=date(2026, 10, 14))
    assert not any(SO_NOTHING in found.message for found in findings)


@pytest.mark.parametrize("key", ["expires", "expiry", "valid_until", "till", "end", "end_date"])
def test_words_of_ending_mean_until(key: str):
    _, [found] = read(f"consent: {{name: true, {key}: 2027-01-31}}")
    assert found.help == "did you mean 'until'?"
    assert found.correction == ("consent: {name: true, until: 2027-01-31}",)
    _, [beside] = read(f"consent: {{name: true}}\n{key}: 2027-01-31")
    assert beside.help.startswith("did you mean 'until'?")
    assert (beside.place.line, beside.correction) == (4, ())


@pytest.mark.parametrize("key", ["withdrawn", "withdrew", "revoked", "name_refused", "declined"])
def test_what_is_withdrawn_is_to_be_deleted(key: str):
    for written in (f"consent: {{{key}: true}}", f"consent: {{name: true}}\n{key}: true"):
        _, [found] = read(written)
        assert found.help.startswith("to withdraw, delete `consent`")


@pytest.mark.parametrize(
    "written",
    ["consent: {no_name: true}", "no_name: true", "unconsent: {}", "no-title: x", "not_link: x"],
)
def test_the_contrary_of_a_key_is_never_meant(written: str):
    _, [found] = read(written)
    assert "did you mean" not in found.help


def test_words_of_ending_without_consent_are_keys_like_any_other():
    _, [found] = read("expires: 2026-01-31")
    assert (found.check, found.correction) == ("unknown-key", ("x-expires: 2026-01-31",))


@pytest.mark.parametrize("written", ["consent: false", "consent: no", "consent: {}", "tags: [a]"])
def test_that_nothing_is_agreed_can_be_said_without_a_finding(written: str):
    interview, findings = read(written)
    assert (interview.consent, findings) == (Consent(), [])
