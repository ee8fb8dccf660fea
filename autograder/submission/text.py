"""Text that students or their code made, so that it can be shown."""

import re
import unicodedata

_ANSI = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|[@-Z\\-_])")


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
