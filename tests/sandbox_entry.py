"""What sandbox tests run inside: the job is Python source, run with `job`, `answer` and `say` defined."""

from autograder.sandbox import pipe


def main(job: int, answer: int) -> None:
    with open(job, "rb", closefd=False) as file:
        source = file.read().decode()

    def say(value: object) -> None:
        pipe.write(answer, value if isinstance(value, bytes) else repr(value).encode())

    exec(compile(source, "<job>", "exec"), {"__name__": "__main__", "job": job, "answer": answer, "say": say})
