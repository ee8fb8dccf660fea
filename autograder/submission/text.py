"""Text that students or their code made, so that it can be shown."""

import re
import unicodedata

_ANSI = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|[@-Z\\-_])")
# What begins something in Markdown: anywhere in a line, or only where a line begins.
_MARKUP = re.compile(r"[\\`*_{}\[\]>$&~|!]")
_AT_A_LINES_BEGIN = re.compile(r"^(\d*)([#+=:.)-])")  # a number and a point begin a list


def clean(text: str, longest: int = 20_000) -> str:
    """Text that student code made, safe to show: no escape sequences, control or direction marks, not too long."""
    text = _ANSI.sub("", text[: longest * 2])
    kept = "".join(
        char
        if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
        else "\N{REPLACEMENT CHARACTER}"
        for char in text.replace("\r\n", "\n").replace("\r", "\n")
    )
    return kept if len(kept) <= longest else kept[:longest] + " …"


def escape_markdown(text: str) -> str:
    """Markdown that shows exactly this text, line by line: nothing in it begins a heading, a link, HTML, a formula."""
    return "  \n".join(_escaped_line(line) for line in text.split("\n"))


def _escaped_line(line: str) -> str:
    text = line.lstrip(" \t")
    indent = "\N{NO-BREAK SPACE}" * (len(line) - len(text))  # four plain spaces would begin a block of code
    escaped = _AT_A_LINES_BEGIN.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))
    return indent + escaped.replace("<", "&lt;")  # as a mark of its own, whoever renders it sees no HTML
