"""Where suspect characters are looked for."""

from hypothesis import given
from hypothesis import strategies as st

from shoptalk.reading.characters import SUSPECT, suspects

SIGNS = st.sampled_from([*"ab éÃ©â€™ð√π¬‚Äôก\u0301\u0301\u200b\u202e\ufeff\ufffd\uf8ff\x07"])


@given(st.lists(SIGNS).map("".join))
def test_the_quick_search_passes_nothing_over(text: str):
    quick = [match.span() for match in suspects(text)]
    assert quick == [match.span() for match in SUSPECT.finditer(text)]
