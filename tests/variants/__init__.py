"""Proof by generation: rewritings that keep a right answer right, and the full points that each must get."""
