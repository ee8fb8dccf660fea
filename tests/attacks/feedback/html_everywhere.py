# %%
ABOUT = "writes HTML with scripts in markdown, output, exceptions, names and answers"
BASE = "reference"
LOSES = ["zeros", "constant", "he_normal"]
SAYS = ""
STOPPED = ["ValueError"]

# %%
EVIL = """</pre></div><script>document.title='HACKED'</script><img src=x onerror="document.title='HACKED'"><svg onload="document.title='HACKED'"><style>*{display:none}</style>"""
print(EVIL)

# %%
raise ValueError(EVIL)

# %%
Evil = type(EVIL, (Exception,), {})
raise Evil(EVIL)

# %% stub="zeros"
def zeros(shape, rng):
    raise ValueError(EVIL)


# %% stub="constant"
def constant(shape, rng, value=0.5):
    return type(EVIL, (), {})()

# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    raise type(EVIL, (Exception,), {})("x")

# %% [markdown]
# <script>document.title='HACKED'</script><img src=x onerror="document.title='HACKED'"><svg onload="document.title='HACKED'">
# <iframe srcdoc="<script>parent.document.title='HACKED'</script>"></iframe> <a href="javascript:document.title='HACKED'" onmouseover="document.title='HACKED'">link</a>

# %% [markdown]
# [link](javascript:document.title='HACKED') ![picture](javascript:document.title='HACKED') <javascript:document.title='HACKED'> [data](data:text/html,<script>document.title='HACKED'</script>)
#
# <a
# href="javascript:document.title='HACKED'">link</a> &lt;script>document.title='HACKED'&lt;/script> [x]: javascript:document.title='HACKED' $\\href{javascript:document.title='HACKED'}{x}$
#
# ```html" onload="document.title='HACKED'
# </code></pre><script>document.title='HACKED'</script>
# ```
#
# `</code><script>document.title='HACKED'</script>` $$</script><script>document.title='HACKED'</script>$$ \\begin{equation}<script>document.title='HACKED'</script>\\end{equation}
#
# ![x]("onerror="document.title='HACKED') ![" onerror="document.title='HACKED'"](x) [a](x "title" onmouseover="document.title='HACKED'")

# %% [markdown]
# $$<img src=x onerror="document.title='HACKED'">$$ $a<b$ and \\( <script>document.title='HACKED'</script> \\)
