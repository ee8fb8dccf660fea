# %%
ABOUT = "uses the shell, %pip, %run and %%script magics"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["PermissionError"]

# %%
shell = get_ipython()
attempt("system", lambda: shell.system("id"))
attempt("getoutput", lambda: search("x", str(shell.getoutput("id"))) or 1 / 0)
attempt("pip", lambda: shell.run_line_magic("pip", "install x"))
attempt("bash", lambda: shell.run_cell_magic("bash", "", "id"))
attempt("run", lambda: shell.run_line_magic("run", "COURSE_FOLDER/nbgrader_config.py"))
attempt("writefile", lambda: shell.run_cell_magic("writefile", "/lab/x", "x"))
