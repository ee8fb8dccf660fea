"""What keeps a course from being graded, in words for the instructor."""


class NotReady(Exception):
    """The course folder is not in order; the message says what is missing and what to do."""
