"""Submissions: notebooks on disk become cells to run; masters become the notebooks that students get."""
