"""The answers on disk, and what is disputed about some of them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
ROUNDS = tuple(sorted(folder.name for folder in HERE.glob("round_*")))


@dataclass(frozen=True)
class Answer:
    """A cell that completes one graded function, and what its author meant it to be."""

    function: str
    name: str  # round, function and slug
    source: str
    meant_right: bool

    @property
    def right(self) -> bool:
        """Whether it is right by the text, which may not be what its author thought."""
        return self.meant_right != (self.name in disputed())


@cache
def disputed() -> Mapping[str, str]:
    """Answers that are not what their author meant, with the sentence of the text that decides."""
    return tomllib.loads((HERE / "disputed.toml").read_text(encoding="utf-8"))


def answers(rounds: tuple[str, ...] = ROUNDS) -> Iterator[Answer]:
    """All answers of these rounds, in the order of their names."""
    for name in rounds:
        for path in sorted((HERE / name).glob("*/*.py")):
            slug = f"{name}/{path.parent.name}/{path.stem}"
            yield Answer(path.parent.name, slug, path.read_text(encoding="utf-8"), path.stem.startswith("right_"))
