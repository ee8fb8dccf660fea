"""The golden record as text, and how a verdict differs from it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """What was decided about one check."""

    check: str
    status: str
    earned: float
    key: str | None
    message: str


@dataclass(frozen=True)
class Decided:
    """One verdict: its checks, and what was said of the file."""

    lines: tuple[Line, ...]
    notices: tuple[str, ...] = ()


def to_lines(record: Mapping[str, Decided]) -> str:
    """One verdict a line, by name."""
    return "".join(
        json.dumps({"name": name} | asdict(record[name]), ensure_ascii=False) + "\n" for name in sorted(record)
    )


def from_lines(text: str) -> dict[str, Decided]:
    """What `to_lines` wrote."""
    records = [json.loads(line) for line in text.splitlines()]
    return {r["name"]: Decided(tuple(Line(**line) for line in r["lines"]), tuple(r["notices"])) for r in records}


def renamed_keys(folder: Path) -> dict[tuple[str, str], set[str]]:
    """(function, old key) -> its new keys, from tables with a line for each; a function `*` stands for all.

    A key that stood for several mistakes has several.
    """
    lines = [line for path in sorted(folder.glob("*.tsv")) for line in path.read_text(encoding="utf-8").splitlines()]
    renamed: dict[tuple[str, str], set[str]] = {}
    for function, old, new in (line.split("\t") for line in lines if line):
        renamed.setdefault((function, old), set()).add(new)
    return renamed


def differences(
    record: Mapping[str, Decided], now: Mapping[str, Decided], keys: Mapping[tuple[str, str], set[str]]
) -> Iterator[str]:
    """What differs, in words, a text for each verdict. White space at a message's end does not count."""
    for name, before in record.items():
        after = now.get(name)
        if after is None:
            yield f"{name}: not decided any more"
            continue
        if after.notices != before.notices:
            yield f"{name}: notices {before.notices} -> {after.notices}"
        old, new = ({line.check: line for line in decided.lines} for decided in (before, after))
        for check in old.keys() | new.keys():
            if check not in old or check not in new:
                yield f"{name}: check {check} {'appeared' if check in new else 'is gone'}"
            elif (said := _difference(check, old[check], new[check], keys)) is not None:
                yield f"{name}: {said}"


def _difference(check: str, old: Line, new: Line, keys: Mapping[tuple[str, str], set[str]]) -> str | None:
    function = check.partition(":")[0]
    if (old.status, old.earned, old.message.rstrip()) != (new.status, new.earned, new.message.rstrip()):
        return f"{check}\n  - {old.status} {old.earned:g} {old.message}\n  + {new.status} {new.earned:g} {new.message}"
    known = old.key or ""
    renamed = keys.get((function, known), keys.get(("*", known), {old.key}))
    return None if new.key in renamed else f"{check}: key {old.key!r} (now one of {renamed}) became {new.key!r}"
