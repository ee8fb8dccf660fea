"""The verdict on every graded notebook on disk: records/<assignment>/<student>/<notebook>.verdict.json.

A record says in which format it is, which key it is good for, and in the verdict which version decided.
"""

import json
from pathlib import Path

from autograder.evidence.store import replace_file
from autograder.verdict.verdict import Verdict

FORMAT = 2  # of the file; the first version's did not say one


def load(folder: Path, notebook: str, key: str) -> Verdict | None:
    """The stored verdict, if there is one for exactly this key."""
    try:
        record = json.loads((folder / f"{notebook}.verdict.json").read_text(encoding="utf-8"))
        if record["format"] != FORMAT or record["key"] != key:
            return None
        return Verdict.from_json(json.dumps(record["verdict"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(folder: Path, notebook: str, key: str, verdict: Verdict) -> None:
    """Store a verdict in place of an older one."""
    record = {"format": FORMAT, "key": key, "verdict": json.loads(verdict.to_json())}
    text = json.dumps(record, sort_keys=True, ensure_ascii=False, indent=1)
    # a folder's name may hold bytes that are no text: JSON knows how to write the halves they become
    replace_file(folder / f"{notebook}.verdict.json", text.encode("utf-8", "backslashreplace"))
