"""On which pages of a PDF the parts of its document begin."""

import pytest

from shoptalk.commands.pdf_pages import first_pages

TREE = b"""%PDF-1.4
12 0 obj
<</Type /Pages
/Count 2
/Kids [2 0 R 7 0 R]
/Parent 14 0 R>>
endobj
13 0 obj
<</Type /Pages
/Count 1
/Kids [9 0 R]
/Parent 14 0 R>>
endobj
14 0 obj
<</Type /Pages
/Count 3
/Kids [12 0 R 13 0 R]>>
endobj
15 0 obj
<</part-1-top [9 0 R /XYZ 0 842 0]
/part-2 [9 0 R /XYZ 0 842 0]
/part-1 [7 0 R /XYZ 0 842 0]
/part-3 [99 0 R /XYZ 0 842 0]>>
endobj
"""


def test_parts_are_counted_along_the_tree_of_pages():
    assert first_pages(TREE) == {"part-1": 2, "part-2": 3}


@pytest.mark.parametrize("pdf", [b"%PDF-1.4 made", TREE.replace(b"/Type /Pages", b"/Type /Other")])
def test_another_way_of_writing_gives_no_numbers(pdf: bytes):
    assert first_pages(pdf) == {}
