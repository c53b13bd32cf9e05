"""A page of the site, before any generator sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import frontmatter

from shoptalk.questions.bank import Asked
from shoptalk.site.answers import fill_marks, with_links_below
from shoptalk.site.escaping import escape_meta
from shoptalk.site.portfolio import Conversation


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPage:
    """A page of the site, before any generator sees it.

    Links to other pages are relative paths of their Markdown files.
    """

    path: str
    """From the root of the pages, with `/`: `interviews/ada.md`."""

    meta: Mapping[str, object]
    """The front matter, as text that is not escaped for any use."""

    head: str
    """The Markdown of its first part, made by a template."""

    body: str = ""
    """Markdown as the author of an interview wrote it: not to be trusted."""

    foot: str = ""
    """The Markdown of its last part, made by a template."""

    source: str = ""
    """The path on disk of the file it shows, if it shows one."""

    indexed: bool = False
    """It belongs into the site's navigation."""

    has_list: bool = False
    """A list on it can be narrowed, by a script in browsers."""

    conversation: Conversation | None = None
    """The one whose page it is."""

    links: Mapping[str, str] = field(default_factory=dict)
    """By the id of a heading of the body: the Markdown of the link that stands below it."""

    answers: tuple[Asked, ...] = ()
    """Whose answers stand where the foot has its marks, in their order."""

    @property
    def markdown(self) -> str:
        """The whole page, with front matter."""
        return with_meta(self.meta, self.content_with([one.answer for one in self.answers]))

    def content_with(self, answers: Sequence[str]) -> str:
        """The page without front matter, with these texts in the place of its answers."""
        body = with_links_below(self.body, self.links)
        foot = fill_marks(self.foot, answers)
        return "\n\n".join(filter(None, (self.head, body, foot)))


def with_meta(meta: Mapping[str, object], markdown: str) -> str:
    """Markdown with front matter, escaped for the themes that put it into HTML as it is."""
    post = frontmatter.Post(markdown)
    post.metadata.update({key: escape_meta(value) for key, value in meta.items()})
    text: str = frontmatter.dumps(post, sort_keys=False)
    return f"{text}\n"
