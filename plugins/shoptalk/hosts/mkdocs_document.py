"""The whole portfolio as one document, made from pages that MkDocs has rendered."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count, takewhile
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from shoptalk.privacy.edition import Edition
from shoptalk.site.bank_places import list_path
from shoptalk.site.document import DOCUMENT, WITH_QUESTIONS, Document, render_document
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.joining import Part
from shoptalk.site.phrases import day, who
from shoptalk.site.portfolio import Conversation

MARK = "Instructor\u2019s edition: not for publication"
THEME_STYLES = "assets/stylesheets"
FROM_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def write_document(
    wanted: str,
    generated: Mapping[str, GeneratedPage],
    files: Files,
    config: MkDocsConfig,
    edition: Edition,
) -> None:
    """Write the document into the site; `wanted` says with what, or is empty for none."""
    if not wanted:
        return
    conversations = sorted(_conversations(generated), key=_oldest_first)
    dates = [one.interview.date for one in conversations if one.interview.date]
    language = str(config.theme.get("language") or "en")
    document = Document(
        site_name=config.site_name,
        author=config.site_author or "",
        language=language,
        direction="rtl" if language in FROM_RIGHT_TO_LEFT else "ltr",
        stylesheets=list(_stylesheets(config)),
        mark=MARK if edition is Edition.INSTRUCTOR else "",
        conversations=[
            _part(one.path, one.shown_name, _about(one), files) for one in conversations
        ],
        latest=max(dates, default=None),
        others=[
            _part(path, str(generated[path].meta.get("title", "")), (), files)
            for path in _others(generated, wanted)
        ],
    )
    Path(config.site_dir, DOCUMENT).write_text(render_document(document), encoding="utf-8")


def _conversations(generated: Mapping[str, GeneratedPage]) -> Iterator[Conversation]:
    return (page.conversation for page in generated.values() if page.conversation)


def _oldest_first(one: Conversation) -> tuple[bool, str, str]:
    date = one.interview.date
    return date is None, str(date or ""), one.shown_name


def _about(one: Conversation) -> tuple[str, ...]:
    date = one.interview.date
    return tuple(filter(None, (who(one.interview), day(date) if date else "")))


def _others(generated: Iterable[str], wanted: str) -> Iterator[str]:
    known = list(generated)
    yield from (path for path in known if path.startswith("insights/"))
    if wanted == WITH_QUESTIONS:
        yield from takewhile(known.__contains__, map(list_path, count(1)))


def _part(path: str, title: str, about: tuple[str, ...], files: Files) -> Part:
    file = files.get_file_from_path(path)
    page = file.page if file else None
    return Part(title, about, page.url if page else path, (page.content if page else "") or "")


def _stylesheets(config: MkDocsConfig) -> Iterator[str]:
    site = Path(config.site_dir)
    of_theme = sorted((site / THEME_STYLES).glob("*.css"))
    yield from (path.relative_to(site).as_posix() for path in of_theme)
    yield from (each for each in map(str, config.extra_css) if not urlsplit(each).netloc)
