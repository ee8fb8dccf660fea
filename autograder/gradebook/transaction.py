"""A student's row in one transaction: what nbgrader commits in a dozen pieces counts all at once, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import nbgrader.api
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool


@contextmanager
def one_transaction(db_url: str) -> Iterator[Connection]:
    """While it lasts, every `Gradebook` of this process takes part in one transaction.

    It is committed at the end, unless an exception ends it or `rollback` was called on what it gives.

    nbgrader opens the gradebook anew for each step and each cell; a process that ends between two of them would leave a
    row that is half of one grading and half of another. A session that is bound to a connection whose transaction began
    elsewhere commits into that transaction (SQLAlchemy, "Joining a Session into an External Transaction"), so nbgrader
    is given such a connection where it asks for an engine.
    """
    engine = create_engine(db_url, poolclass=NullPool)
    with engine.connect() as connection, _engine_of_nbgrader(connection), connection.begin():
        yield connection


@contextmanager
def _engine_of_nbgrader(connection: Connection) -> Iterator[None]:
    shared: Any = connection
    shared.dispose = lambda: None  # `Gradebook.close` disposes of its engine; this one is the next gradebook's, too
    module: Any = nbgrader.api
    stock = module.create_engine
    module.create_engine = lambda *arguments, **options: connection
    try:
        yield
    finally:
        module.create_engine = stock
