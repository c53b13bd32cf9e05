"""Which numbers are telephone numbers, and which links lead to a call."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shoptalk.privacy.names.calls import calls_in
from shoptalk.privacy.names.contacts import PHONE, contacts_in, phones

NUMBERS = """\
0171 555 12 34
0049-171-5551234
555-123-4567
030 / 12 34 56
030 / 123 45 67
030/1234567
030 1234567
030 12 34 56 78
030-12 34 56
0171-5551234
0171/555 12 34
0171 5551234
0049 171 5551234
0049 (0)171 5551234
0044 20 7946 0958
0033 1 42 68 53 00
001 415 555 0132
+49 171 5551234
+49 (0)30 555 01 23
+44 20 7946 0958
+1 415 555 0132
+1-555-123-4567
+33 1 42 68 53 00
+91 98765 43210
+86 138 1234 5678
(555) 123-4567
(030) 555 0123
555.123.4567
555 123 4567
1-555-123-4567
020 7946 0958
07700 900123
07700 900 123
01 42 68 53 00
06 12 34 56 78
06-12345678
0711 123456
0221 12 34 567
089 1234 5678
044 668 18 00
079 123 45 67
0800 123 4567
090-1234-5678
0412 345 678
0664 123 45 67
""".splitlines()

NO_NUMBERS = """\
2026-11-22
22.11.2026
22/11/2026
11/22/2026
2026/11/22
22-11-2026
04-11-2026
04 11 2026
01.02.2026 to 03.04.2026
2026-11-22T17:30
2026 11 22
2019-2024
from 2019 to 2026
1998, 2004 and 2013
20-30 minutes
17:30
09:30-10:15
0930-1015
0930 - 1015 on 22 11 2026
at 0800 and at 0930
8:00-16:30
ISBN 978-3-16-148410-0
ISBN 978 3 16 148410 0
ISBN 0-306-40615-2
ISBN 0 306 40615 2
ISBN 0306406152
ISBN 0-07-040615-2
ISSN 0317-8471
ORCID 0000-0002-1825-0097
ORCID 0009-0001-2345-6789
doi 10.1000/182
$1,234,567
1.234.567 euros
12 500 000 people
1 000 000
EUR 120 000
$45,000-$60,000
100 200 300
pp. 123-145
pages 1045-1102
chapters 1-12
rooms 012-034
0.0123456
3.14159265
192.168.0.10
v1.2.3-456
80331 Munich
10 115 Berlin
1-2-3-4
40% of 12 345
order 000123456
12345678901234567890
SSN 123-45-6789
001 002 003 004
""".splitlines()

CALLS = """\
https://zoom.us/j/99123?pwd=abc
zoom.us/j/123456
https://us02web.zoom.us/j/1
https://university.zoom.us/my/zoe
https://meet.google.com/abc-defg-hij
meet.google.com/abc-defg-hij
teams.microsoft.com/l/meetup-join/19
https://teams.live.com/meet/9312345
https://meet.jit.si/ZoeRoom
https://whereby.com/zoe
zoe.whereby.com/office
https://acme.webex.com/meet/zoe
https://join.skype.com/abcDEF
https://facetime.apple.com/join#v=1
https://signal.me/#p/zoe
https://signal.group/#CjQKI
https://chat.whatsapp.com/AbCdEf
https://wa.me/zoe
https://t.me/zoe
HTTPS://ZOOM.US/J/99123
https://discord.gg/zoe
skype:zoe.t?call
zoommtg://zoom.us/join?confno=1
sip:zoe@calls
facetime:zoe
""".splitlines()

HANDLES = {
    "skype: live:zoe.t": "live:zoe.t",
    "Skype: zoe.taylor": "zoe.taylor",
    "Skype name: zoetaylor.": "zoetaylor",
    "my Skype id: zoe_t": "zoe_t",
    "Telegram: @zoe_t": "@zoe_t",
    "signal: zoe.42": "zoe.42",
    "Meeting ID: 991 2345 6789": "991 2345 6789",
    "meeting id 99123456789": "99123456789",
    "Passcode: 8fK2x": "8fK2x",
}

NO_CALLS = """\
We could talk on Zoom or by phone.
Zoom: whenever it suits you.
Skype: on Tuesday I could, too.
I use zoom.us for calls, never teams.microsoft.com.
Look at https://example.org/zoom.us-tips
The team at whereby.community
It is on meet.google.community/x
Signal processing: filters and noise
In a signal: noise ratio
https://about.example.com/skype
The passcode to good work is patience.
Discord between teams: common
""".splitlines()


def numbers(text: str) -> list[str]:
    return [contact.text for contact in contacts_in(text) if not contact.is_mail]


def calls(text: str) -> list[str]:
    return [text[start:end] for start, end in calls_in(text)]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_found_whole(number: str) -> None:
    assert numbers(f"Call me: {number}, any day.") == [number]
    assert numbers(f"I am there ({number}). Until then") == [number]
    assert numbers(number) == [number]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_left_alone(text: str) -> None:
    assert numbers(text) == []
    assert numbers(f"She said {text}, and meant it.") == []


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%d-%m-%Y", "%d %m %Y"]))
def test_no_day_is_a_number(day, form: str) -> None:
    assert numbers(f"from {day:{form}} on") == []
    assert numbers(f"{day:{form}} - {day:{form}}") == []


@given(st.times(), st.times(), st.sampled_from(["%H:%M", "%H%M", "%H.%M"]))
def test_no_time_is_a_number(one, other, form: str) -> None:
    assert numbers(f"{one:{form}}-{other:{form}}") == []
    assert numbers(f"{one:{form}} - {other:{form}}") == []


@given(st.integers(0, 10**12), st.sampled_from([",", ".", " "]))
def test_no_price_is_a_number(amount: int, sign: str) -> None:
    assert numbers(f"for {amount:,} euros".replace(",", sign)) == []


@pytest.mark.parametrize("link", CALLS)
def test_a_link_to_a_call_is_found_whole(link: str) -> None:
    assert calls(f"Here ({link}), or: {link}.") == [link, link]


@pytest.mark.parametrize(("text", "handle"), HANDLES.items())
def test_what_to_dial_is_found(text: str, handle: str) -> None:
    assert calls(text) == [handle]


@pytest.mark.parametrize("text", NO_CALLS)
def test_what_leads_to_no_call_is_left_alone(text: str) -> None:
    assert calls(text) == []


PIECES = st.one_of(
    st.sampled_from(NUMBERS + NO_NUMBERS),
    st.text("0123456789 .-/()+", max_size=40),
    st.sampled_from(["tel:", "Call ", "whatsapp: ", " x" * 25, "wa.me/", "\u00a0", "%", ","]),
)


@given(st.lists(PIECES, max_size=9).map("".join))
def test_a_look_around_runs_of_digits_finds_what_a_look_everywhere_does(text: str) -> None:
    assert [one.span() for one in phones(text)] == [one.span() for one in PHONE.finditer(text)]
