"""Markdown on the pages that people read: what is shown, what is left out, and that no text is slow."""

import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from autograder.report.markdown import LONGEST, LONGEST_FORMULA, of_a_student, safe_html
from autograder.submission.reading import GRADER, LAB, WHOSE, defuse
from autograder.submission.text import escape_markdown

TEMPLATE = Environment(autoescape=False)
TEMPLATE.filters["markdown2html"] = safe_html


def shown(source: str, whose: str | None = None, of_a_cell: bool = True) -> BeautifulSoup:
    """A cell's text, or a comment's, as nbgrader's templates ask for it."""
    cell = {"source": source if of_a_cell else "", "metadata": {WHOSE: whose} if whose else {}}
    html = TEMPLATE.from_string("{{ source | markdown2html }}").render(source=source, cell=cell)
    return BeautifulSoup(html, "html.parser")


def student(source: str) -> BeautifulSoup:
    return BeautifulSoup(of_a_student(defuse(source), {}), "html.parser")


def test_a_student_s_text_is_in_a_box_that_says_so() -> None:
    (box,) = shown("# Title").select("div.initlab-hand-in")
    assert box["aria-label"] == "From the hand-in" and box.h1 is not None
    assert "id" not in box.h1.attrs


@pytest.mark.parametrize("whose", [LAB, GRADER])
def test_the_lab_s_and_the_grader_s_text_is_not(whose: str) -> None:
    assert not shown("# Title", whose).select("div.initlab-hand-in")


def test_a_comment_is_not_even_where_the_cell_is_a_student_s() -> None:
    assert not shown("**good**", of_a_cell=False).select("div.initlab-hand-in")
    assert shown("**good**", of_a_cell=False).strong is not None


def test_what_answers_in_words_are_made_of_is_shown() -> None:
    parts = ("## T", "**b** *i* `c` [l](https://x.org)", "- a\n- b", "1. x", "| a | b |\n|--|--|\n| 1 | 2 |")
    found = student("\n\n".join([*parts, "```python\nx\n```", "> q"]))
    for tag in ("h2", "strong", "em", "code", "a[href]", "ul", "ol", "table", "pre", "blockquote"):
        assert found.select(tag), tag


@pytest.mark.parametrize(
    ("source", "shown_as"),
    [
        ("so $\\sigma^2 = 2/n$.", "σ2=2/n"),
        ("$$a < b$$", "a<b"),
        ("text $$x$$ text", "x"),
        ("\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}", "a=b(1)c=d(2)"),
    ],
)
def test_formulas_are_shown_by_the_browser_itself(source: str, shown_as: str) -> None:
    assert ["".join(found.text.split()) for found in student(source).select("math")] == [shown_as]


@pytest.mark.parametrize("formula", ["{{{{", "\\left(", "x_" * LONGEST_FORMULA])
def test_what_is_no_formula_is_shown_as_it_was_written(formula: str) -> None:
    found = student(f"${formula}$")
    assert not found.select("math") and found.code is not None and found.code.text == f"${formula}$"


@pytest.mark.parametrize(
    "formula",
    [
        "\\def\\x{1}",
        "\\gdef\\x{}",
        "\\let\\a\\b",
        "\\renewcommand{\\sigma}{1}",
        "\\class{label}{x}",
        "\\cssId{toc}{x}",
        "\\style{position:fixed}{x}",
        "\\href{javascript:x}{y}",
        "\\require{html}",
        "\\bbox[border:1px]{x}",
    ],
)
def test_a_formula_that_reaches_out_of_itself_is_shown_as_text(formula: str) -> None:
    for source in (f"${formula}$", f"$${formula}$$", f"\\begin{{align}}{formula}\\end{{align}}"):
        found = student(source)
        assert not found.select("math") and found.code is not None and formula in found.code.text


def test_commands_that_only_begin_like_those_are_set() -> None:
    assert student("$\\deff \\leteral \\cdot$").select("math")


@pytest.mark.parametrize(
    "source",
    [
        '<div class="initlab-checks">x</div>',
        "<a name='test_f'></a>",
        "<!-- x -->",
        "<script>x</script>",
        '![x](https://x.org/p.png "t")',
        "![x](data:image/svg+xml;base64,AAAA)",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "![x](attachment:none.png)",
        "# T {#id .label}",
        "```html class=label\nx\n```",
    ],
)
def test_nothing_else_becomes_a_tag_or_an_attribute(source: str) -> None:
    for tag in student(source).find_all(True):
        assert tag.name in {"p", "h1", "pre", "code"} and not tag.attrs, tag


def test_html_that_a_student_quotes_reads_as_it_was_written() -> None:
    assert student("`<b>` and\n\n```\n<i>\n```").text.split() == ["<b>", "and", "<i>"]


def test_a_picture_is_there_once_however_often_it_is_named() -> None:
    html = of_a_student("![a](attachment:x.png) " * 100, {"x.png": {"image/png": "AAAA"}})
    assert html.count("data:image/png;base64,AAAA") == 1


SLOW = {
    "environments": "\\begin{align}\n\n",
    "other environments": "x\n\n\\begin{a}\n\n",
    "dollars": "$a ",
    "double dollars": "x $$a ",
    "parentheses": "\\\\(",
    "rows": "|x|y|\n",
    "columns": "|-",
    "brackets": "[",
    "links": "[a](",
    "pictures": "![[",
    "stars": "**a*",
    "quotes": ">",
    "lists": "- ",
    "tags": "<a ",
    "entities": "&",
    "fences": "```\n",
    "references": "[a]: x\n\n[a]",
    "strikes": "~~a ",
    "formulas": "$x_{1}^{2}$ ",
    "fractions": "$\\frac{\\frac{a}{b}}{c}$ ",
    "long formulas": f"${'x+' * (LONGEST_FORMULA // 2 - 1)}$ ",
    "nested formulas": f"${'{' * 300}x{'}' * 300}$ ",
}


@pytest.mark.parametrize("pattern", SLOW.values(), ids=SLOW)
def test_the_longest_text_that_is_rendered_takes_no_time_to_speak_of(pattern: str) -> None:
    head = "|a|b|\n|-|-|\n" if pattern.startswith("|x") else ""
    source = (head + pattern * LONGEST)[:LONGEST]
    start = time.process_time()
    of_a_student(source, {})
    assert time.process_time() - start < 5  # the slowest takes .7 s; nbconvert's own renderer grows with the square


def test_longer_text_is_shown_as_it_was_written() -> None:
    assert of_a_student("# a\n" * LONGEST, {}).startswith("<pre># a\n")


@pytest.mark.parametrize(
    "text",
    [
        "# a",
        "a\n===",
        "| a |\n|--|",
        "- x\n- y",
        "1. x",
        "2) x",
        "> q",
        "    code",
        "``` x",
        "<b>x</b>",
        "&lt;",
        "[a](b)",
        "![a](b)",
        "$x$",
        "\\(x\\)",
        "\\begin{a}x\\end{a}",
        "**b** __b__ _i_ ~~s~~",
        "http://x.org",
        "a\\\\b \\* c",
        "* * *",
    ],
)
def test_escaped_text_is_shown_as_it_is_in_plain_lines(text: str) -> None:
    found = shown(escape_markdown(text), GRADER)
    lines = [" ".join(line.split()) for line in text.split("\n")]
    assert [" ".join(line.split()) for line in found.text.strip().split("\n")] == lines
    assert {tag.name for tag in found.find_all(True)} <= {"div", "p", "br"}
    assert not found.select("math")


@given(st.text(st.sampled_from("ab \n#*_`~|<>[]()!$\\{}&;:-=+.1)\"'"), max_size=60))
def test_whatever_is_escaped_has_no_form(text: str) -> None:
    found = shown(escape_markdown(text), GRADER)
    assert {tag.name for tag in found.find_all(True)} <= {"div", "p", "br"}
    assert "".join(found.text.split()) == "".join(text.split())


@given(st.text(st.sampled_from("ab \n#*_`~|<>[]()!$\\{}&;:-=+.1)\"'/div"), max_size=80))
def test_whatever_a_student_writes_stays_in_the_box(text: str) -> None:
    found = shown(defuse(text))
    assert [tag["class"][0] for tag in found.find_all(True, recursive=False)] == ["initlab-hand-in"]
