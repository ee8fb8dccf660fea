"""Writes the golden record, or compares what is decided now with it.

    python -m tests.golden check bank --secrets 1       a sample, about a minute
    python -m tests.golden check bank --only bank/fans/  one function
    python -m tests.golden check bank class attacks     everything, about half an hour
    python -m tests.golden record bank class attacks    writes it anew; only where a change of verdicts is meant

Points, statuses and messages must be the same to the letter; keys of mistakes may have new names, which stand in
`keys/` (function, old key, new key). Ends with exit code 1 where something differs, and says what.
"""

import argparse
import lzma
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.golden import recording
from tests.golden.compare import Decided, differences, from_lines, renamed_keys, to_lines

HERE = Path(__file__).parent
PARTS: dict[str, Callable[[Iterable[str], Path, str], Iterator[tuple[str, Decided]]]] = {
    "bank": recording.bank,
    "class": recording.example_class,
    "attacks": recording.attacks,
}
SECRETS = ("golden 1", "golden 2", "golden 3")


def stored(part: str) -> Path:
    """The file of one part of the record."""
    return HERE / f"{part}.jsonl.xz"


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("do", choices=("check", "record"))
    parser.add_argument("parts", nargs="+", choices=PARTS)
    parser.add_argument("--secrets", type=int, default=len(SECRETS), help="how many of the three")
    parser.add_argument("--only", default="", help="names that hold this text, such as bank/fans/")
    options = parser.parse_args()
    differing = 0
    for part in options.parts:
        with tempfile.TemporaryDirectory() as folder:
            now = dict(PARTS[part](SECRETS[: options.secrets], Path(folder), options.only))
        if options.do == "record":
            stored(part).write_bytes(lzma.compress(to_lines(now).encode()))
            print(f"{part}: {len(now)} verdicts written")
            continue
        record = from_lines(lzma.decompress(stored(part).read_bytes()).decode())
        secrets = {f"/{secret}" for secret in SECRETS[: options.secrets]}
        wanted = {n: d for n, d in record.items() if options.only in n and any(n.endswith(s) for s in secrets)}
        found = list(differences(wanted, now, renamed_keys(HERE / "keys")))
        print("\n".join(found[:40]))
        print(f"{part}: {len(wanted)} verdicts compared, {len(found)} differ")
        differing += len(found)
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main())
