# %%
ABOUT = "writes formulas that redefine others, carry names, classes, styles and links, and lie over what stands above"
BASE = "reference"
LOSES = ["zeros"]
SAYS = ""

# %% stub="zeros"
def zeros(shape, rng):
    raise ValueError(r"$\class{label label-success}{passed}$ $$\raise40em{passed}$$ \begin{align}\def\sigma{4}\end{align} \(x\)")

# %% [markdown]
# $\def\sigma{\text{passed}}$ $\gdef\sqrt{4}$ $\let\times\relax$ $\renewcommand{\frac}[2]{4}$ $\newenvironment{align}{}{}$
#
# $\class{label label-success}{passed}$ $\cssId{toc}{4}$ $\style{position:fixed;top:0}{100}$ $\href{javascript:document.title='HACKED'}{x}$ $\bbox[yellow,position:fixed]{4}$ $\mmlToken{mi}[class="label"]{x}$ $\require{html}$
#
# $$\raise40em{\rlap{\text{passed 4 of 4}}}$$
#
# \begin{align}
# \class{label}{x} \\[-90em] \text{passed}
# \end{align}
#
# \\(\def\sigma{4}\\) \\[\class{label}{x}\\] &#36;\def\sigma{4}&#36; \$\def\sigma{4}\$
