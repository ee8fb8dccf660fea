"""The grader of initlab: runs a submission once in a sandbox and judges the evidence that comes back."""
