"""How much a page weighs beside stock Material's."""

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin

from .conftest import Folder
from .page_kinds import PAGE_KINDS

ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
LOADED = re.compile(r'(?:<link rel="stylesheet" href=|<script src=|"search": )"([^"]+)"')


def test_an_interview_weighs_hardly_more_than_its_text_in_stock_material(
    built_example: Folder, tmp_path: Path
) -> None:
    address = PAGE_KINDS["interview"]
    article = ARTICLE.search(built_example.page(f"{address}index.html"))
    assert article
    config = (built_example.path / "mkdocs.yml").read_text("utf-8")
    stock = Folder(tmp_path)
    stock.write("mkdocs.yml", config.partition("  - shoptalk")[0])
    for name in ("index.md", "about.md", "guide.md", "interviews/index.md", "questions.md"):
        stock.write(f"docs/{name}", "# A page\n")
    text = re.sub(r"\n\s*\n", "\n", article[1])
    stock.write(f"docs/{address}index.md", f"<div>{text}</div>\n")
    assert weight(built_example, address) <= 1.1 * weight(stock.built(), address)


def weight(folder: Folder, address: str) -> int:
    """The bytes of a page with all that it loads at once, as a server would send them."""
    page = folder.page(f"{address}index.html")
    files = [urljoin(f"/{address}", path).lstrip("/") for path in LOADED.findall(page)]
    texts = [page, *(folder.page(name) for name in files)]
    return sum(len(gzip.compress(text.encode("utf-8"))) for text in texts)
