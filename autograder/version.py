"""The version of this program, as it stands in every verdict and record."""

from importlib.metadata import version

VERSION = version("initlab")
