"""Markdown as HTML without anything a browser would run: in place of nbconvert's filter on nbgrader's pages.

nbgrader's templates put what students write in Markdown, and comments, on their pages as nbconvert renders it, HTML
and `javascript:` links included, whatever `HTMLExporter.sanitize_html` says.
"""

import html
from typing import Any

import bleach
from nbconvert.filters import markdown2html

TAGS = frozenset(
    {
        "a", "b", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "li",
        "ol", "p", "pre", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
ATTRIBUTES = {"a": ["class", "href", "title"], "*": ["class", "id"], "ol": ["start"]}
PROTOCOLS = frozenset({"http", "https", "mailto"})


def safe_html(source: str) -> str:
    """HTML of TAGS only: links that are no web or mail address lose their target, pictures are left out."""
    return bleach.clean(markdown2html(source), TAGS, ATTRIBUTES, PROTOCOLS, strip=True)


def as_text(source: str, *args: Any, **options: Any) -> str:
    """What was written, as it is: in place of the filters above where rendering takes too long."""
    return f"<pre>{html.escape(source)}</pre>"
