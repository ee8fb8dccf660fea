"""Markdown as HTML, with a wall between whose words they are: on the feedback pages, and in place of nbconvert's filter
on formgrader's.

Text of the lab, of the grader, of the instructor and of the student stands on one page. What a student wrote is
rendered inside a box that says so, without HTML, classes, ids or anything that a browser would run, and its formulas
cannot reach out of the box. So nothing on the page that looks like the grader's can be a student's.
"""

import contextlib
import html
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import unquote

import bleach
from jinja2 import pass_context
from jinja2.runtime import Context
from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from nbconvert.filters import markdown2html

from autograder.submission.pictures import KINDS
from autograder.submission.reading import GRADER, LAB, WHOSE

TAGS = frozenset(
    {
        "a", "b", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "li",
        "ol", "p", "pre", "s", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
PROTOCOLS = frozenset({"http", "https", "mailto"})
OF_THE_LAB = {"a": ["class", "href", "title"], "*": ["class", "id"], "ol": ["start"]}

NO_MATH = "tex2jax_ignore"  # MathJax, on formgrader's pages, passes over what is inside
MATHML = frozenset(
    {
        "math", "mfrac", "mi", "mn", "mo", "mover", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup",
        "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover",
    }
)  # fmt: skip
# A formula with one of these is shown as it was written: they are for a page that gives names, classes or links.
REACHING_OUT = re.compile(
    r"\\(?:bbox|begingroup|class|cssId|data|def|DeclareMathOperator|[egx]def|endgroup|global|href|label|let|mmlToken"
    r"|newcommand|newenvironment|providecommand|renewcommand|renewenvironment|require|style|unicode|url)(?![A-Za-z])"
)
LONGEST_FORMULA = 1000  # characters; the slowest known takes .1 s, and a text may hold twenty of them
# An answer in words has under 5,000 characters. The slowest text of 20,000 known takes .7 s (`tests/test_markdown.py`
# has the patterns); whatever is longer is shown as it was written.
LONGEST = 20_000
# The search for the end of a LaTeX environment starts anew at each beginning: 50 x 20,000 characters are nothing.
ENVIRONMENTS = 50
# Nothing of a student's is drawn outside the box, wherever a formula moves it. formgrader's pages have no style sheet
# of ours, so the style stands here; it is added after cleaning.
BOX = (
    f'<div class="initlab-hand-in {NO_MATH}" role="group" aria-label="From the hand-in"'
    ' style="border-left: 4px solid #767676; padding-left: 1em; overflow: hidden; contain: paint">'
    '<p style="color: #595959"><small>From the hand-in:</small></p>\n'
)
_DATA = tuple(f"data:{kind};base64," for kind in KINDS)


@pass_context
def safe_html(context: Context, source: str) -> str:
    """A cell's Markdown, or a comment, as HTML; the cell's metadata says whose words it holds."""
    whose = _whose(context, source)
    if whose is None:
        return box(source, context["cell"].get("attachments", {}))
    if whose == LAB:
        return bleach.clean(markdown2html(source), TAGS, OF_THE_LAB, PROTOCOLS, strip=True)
    return ours(source)


def box(source: str, attachments: Mapping[str, Mapping[str, str]], plain: bool = False) -> str:
    """What a student wrote, in its box; `plain` where rendering takes too long: the Markdown as it was written."""
    return f"{BOX}{as_text(as_written(source)) if plain else of_a_student(source, attachments)}</div>"


def _whose(context: Context, source: str) -> str | None:
    """Whose words they are; None for a student's."""
    cell = context.get("cell") or {}
    if cell.get("source") != source:  # a comment: the grader's, whose text is escaped, or the instructor's
        return GRADER
    return cell.get("metadata", {}).get(WHOSE)


def ours(source: str) -> str:
    """The grader's or the instructor's Markdown, in which what is a student's is escaped."""
    rendered = _renderer(with_html=True, with_environments=True).render(source, {})
    return f'<div class="{NO_MATH}">{_cleaned(rendered, TAGS)}</div>'


def of_a_student(source: str, attachments: Mapping[str, Mapping[str, str]]) -> str:
    """HTML of TAGS and of pictures that are attached or written out; whatever else there is, is text."""
    source = as_written(source)
    if len(source) > LONGEST:
        return as_text(source)
    pictures = {
        name: f"data:{kind};base64,{data}"
        for name, bundle in attachments.items()
        for kind, data in bundle.items()
        if kind in KINDS
    }
    environments = source.count("\\begin") <= ENVIRONMENTS
    rendered = _renderer(with_html=False, with_environments=environments).render(source, {"pictures": pictures})
    return _cleaned(rendered, TAGS | {"img"})


def _cleaned(rendered: str, tags: frozenset[str]) -> str:
    return bleach.clean(rendered, tags | MATHML, _is_allowed, PROTOCOLS | {"data"}, strip=True)


def _is_allowed(tag: str, name: str, value: str) -> bool:
    """Whether bleach lets an attribute stay; it has looked at the protocol already."""
    match tag, name:
        case ("math", "display") | ("mo", "stretchy") | ("mtable", "displaystyle"):
            return value in ("inline", "block", "true", "false")
        case "img", "src":
            return value.startswith(_DATA)
        case "a", "href":
            return not value.lower().startswith("data:")
    return (tag, name) in {("a", "title"), ("img", "alt"), ("ol", "start")}


@cache
def _renderer(with_html: bool, with_environments: bool) -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": with_html}).enable(["table", "strikethrough"])
    markdown.use(dollarmath_plugin, allow_labels=False, double_inline=True)
    if with_environments:
        markdown.use(amsmath_plugin)
    for kind in ("math_inline", "math_inline_double", "math_block", "amsmath"):
        markdown.add_render_rule(kind, _formula)
    markdown.add_render_rule("image", _picture)
    return markdown


def _formula(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """A formula as MathML, which browsers show without a program; as it was written where that cannot be made."""
    token = tokens[index]
    written = token.content.strip()
    if not (len(written) > LONGEST_FORMULA or REACHING_OUT.search(written)):
        with contextlib.suppress(Exception):  # its parser raises all kinds of errors for what is no TeX
            return convert(written, display="inline" if token.type.startswith("math_inline") else "block")
    mark = {"math_inline": "$", "amsmath": ""}.get(token.type, "$$")
    return f"<code>{html.escape(f'{mark}{written}{mark}')}</code>"


def _picture(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """A picture that comes with the text, once; anything else by its words: the page asks no other machine for it."""
    token = tokens[index]
    words = html.escape(renderer.renderInlineAsText(token.children, options, env))
    source = str(token.attrGet("src"))
    if source.startswith("attachment:"):
        # each only once: else a short text makes a page of gigabytes
        source = env.get("pictures", {}).pop(unquote(source.removeprefix("attachment:")), "")
    if source.startswith(_DATA):
        return f'<img src="{html.escape(source)}" alt="{words}">'
    return f"[picture: {words}]"


def as_written(markdown: str) -> str:
    """What a student wrote, before `reading.defuse` made text of the HTML in it: here it is text anyway."""
    return markdown.replace("&lt;", "<")


def as_text(source: str) -> str:
    """What was written, as it is."""
    return f"<pre>{html.escape(source)}</pre>"
