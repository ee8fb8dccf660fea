# %%
ABOUT = "displays HTML, JavaScript, SVG, markdown and LaTeX, and objects that do"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
from IPython.display import HTML, SVG, Javascript, Latex, Markdown, display

display(HTML("<script>document.title='HACKED'</script>"), Javascript("document.title='HACKED'"), SVG("<svg onload=\"document.title='HACKED'\"/>"))
display(Markdown("<script>document.title='HACKED'</script>"), Latex("$\\href{javascript:document.title='HACKED'}{x}$"))
display({"text/html": "<script>document.title='HACKED'</script>", "application/javascript": "document.title='HACKED'"}, raw=True)
HTML("<script>document.title='HACKED'</script>")
