"""What the lab needs inside the sandbox: arguments for probes, and descriptions of answers. It imports no sibling."""
