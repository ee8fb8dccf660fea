"""The grader of initlab: runs a submission once in a sandbox and judges the evidence that comes back."""

import sys

# jsonschema, which nbformat validates with, imports this if it is there, and it builds grammars for internationalised
# addresses: a second of every process. The schema of notebooks has no such field.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
