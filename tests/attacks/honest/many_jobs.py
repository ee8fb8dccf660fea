# %%
ABOUT = "asks scikit-learn for all cores: n_jobs=-1"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

scores = cross_val_score(LogisticRegression(max_iter=500), *load_iris(return_X_y=True), n_jobs=-1)
assert scores.mean() > 0.9
