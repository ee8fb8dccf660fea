"""The verdict on every graded notebook on disk: records/<assignment>/<student>/<notebook>.verdict.json."""

import json
from pathlib import Path

from autograder.evidence.store import replace_file
from autograder.verdict.verdict import Verdict


def load(folder: Path, notebook: str, key: str) -> Verdict | None:
    """The stored verdict, if there is one for exactly this key."""
    try:
        record = json.loads((folder / f"{notebook}.verdict.json").read_text(encoding="utf-8"))
        return Verdict.from_json(json.dumps(record["verdict"])) if record["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(folder: Path, notebook: str, key: str, verdict: Verdict) -> None:
    """Store a verdict in place of an older one."""
    record = {"key": key, "verdict": json.loads(verdict.to_json())}
    text = json.dumps(record, sort_keys=True, ensure_ascii=False, indent=1)
    # a folder's name may hold bytes that are no text: JSON knows how to write the halves they become
    replace_file(folder / f"{notebook}.verdict.json", text.encode("utf-8", "backslashreplace"))
