"""Renderers: the verdict as what a student, an instructor or a terminal reads."""
