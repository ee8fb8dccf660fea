# %%
ABOUT = "uses tf.data and tf.function"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import tensorflow as tf

data = tf.data.Dataset.range(100).shuffle(100).batch(10).map(lambda x: x * 2, num_parallel_calls=tf.data.AUTOTUNE).prefetch(2)
total = tf.function(lambda: data.reduce(tf.constant(0, tf.int64), lambda s, x: s + tf.reduce_sum(x)))()
assert int(total) == 9900
