"""Ways to draw that are right for several functions: each stands once, and is an answer to every one that it fits."""
