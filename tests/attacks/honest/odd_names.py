# %%
ABOUT = "names its variables like things of the grader, of Python and of the shell"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
score = exit = quit = points = test = answer = 100
grade = probe = frames = codec = worker = shell = __name__ = "mine"
id = type = list = print = open = str = lambda *args: None
In = Out = _ = None
