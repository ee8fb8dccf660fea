# %%
ABOUT = "fetches by urllib, keras.utils.get_file and a shell"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["URLError"]

# %%
import urllib.request

import keras

attempt("urllib", lambda: urllib.request.urlopen("http://127.0.0.1:LISTENER_PORT/", timeout=1).read())
attempt("keras", lambda: keras.utils.get_file("x", "http://127.0.0.1:LISTENER_PORT/"))
attempt("shell", lambda: get_ipython().system("curl http://127.0.0.1:LISTENER_PORT/"))
