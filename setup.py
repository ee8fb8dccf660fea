"""What the wheel holds: the grader, the student library, and of its lab the masters and the example class.

In the repository the masters and the library lie together in source/; installed, each lies where its lab looks for it.
"""

from setuptools import find_packages, setup

LAB = "autograder.labs.weight_initialization"
HANDOUT = "source/weight_initialization"

setup(
    packages=[
        *find_packages(include=["autograder*"]),
        *find_packages(HANDOUT),
        f"{LAB}.source",
        f"{LAB}.source.weight_initialization",
    ],
    package_dir={
        "initlab": f"{HANDOUT}/initlab",
        f"{LAB}.source": "source",
        f"{LAB}.source.weight_initialization": HANDOUT,
    },
    package_data={
        "autograder": ["verdict/pytest.ini", "**/*.j2", "**/*.css"],
        LAB: ["example_class/**"],
        f"{LAB}.source.weight_initialization": ["README.md"],
    },
    exclude_package_data={"": ["__pycache__/*"]},
)
