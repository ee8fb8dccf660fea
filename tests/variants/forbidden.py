"""The forms that the text forbids in so many words: with the sentence, and where it stands."""

from tests.variants.variant import Variant

FORBIDDEN: tuple = ()


def forbidding(function: str, variant: Variant) -> str:
    """The sentence that forbids a form; "" if none does."""
    return ""
