"""Mistakes in initializers: in the form of the answer, the generator, the law, the scale.

A text says what the code does and why that is wrong, and where to look; it never gives the finished line.
"""

from autograder.verdict.mistakes import Misconception

_ANSWERS = (
    Misconception("a list", "A list has no shape and no arithmetic of its own.", "Leave out `tolist` and `list`."),
    Misconception("one number", "A kernel has one weight per connection.", "Pass the shape on to the call that draws."),
    Misconception(
        "object dtype", "An array of objects stores references, not numbers.", "Look at how the array is built."
    ),
    Misconception(
        "integers", "Weights between -1 and 1 become 0 as integers.", "Look for `int`, `astype` or `integers`."
    ),
    Misconception("float16", "Half precision keeps three digits; updates smaller than that are lost in training."),
    Misconception("complex numbers", "Weights are real numbers.", "Look for a root or logarithm of a negative number."),
    Misconception("transposed shape", "Rows are inputs, columns are outputs. The last two axes came back exchanged."),
    Misconception("wrong shape", "The array must have exactly the shape that was asked for, a convolution's too."),
    Misconception(
        "not finite", "There are NaN or infinite weights.", "Look for a division by 0 or the logarithm of 0."
    ),
    Misconception("bias added", "Only the kernel is asked for.", "A bias is a separate array, and it may start at 0."),
)

_GENERATOR = (
    Misconception(
        "global random state",
        "The weights come from NumPy's or Python's global random state."
        " Everybody shares that state, so that the run cannot be repeated from its seed.",
        "Draw from the `rng` that the function is given.",
    ),
    Misconception(
        "generator ignored",
        "The same `rng` state gave other weights the second time: they come from a generator made elsewhere.",
        "Draw from the `rng` that the function is given.",
    ),
    Misconception(
        "seed reset inside",
        "Every call gives the same weights, whatever `rng` is:"
        " a seed is fixed inside the function, or the result is stored. Two layers of one shape would start identical.",
        "Look for a seed, a cache or a global array.",
    ),
    Misconception(
        "generator not moved on",
        "Two calls with one `rng` give the same weights:"
        " it is copied or its state put back, so that two layers of one shape start identical.",
        "Draw from `rng` itself.",
    ),
    Misconception(
        "draws used twice",
        "The second call returns numbers that the first has used already. Each weight needs a draw of its own.",
    ),
    Misconception(
        "shared buffer",
        "An array that was returned earlier changed at the next call: both calls write into one array."
        " The first layer's weights are overwritten.",
        "Make a new array in every call.",
    ),
    Misconception(
        "kept array",
        "A later call returns the array of an earlier one, with all that has been written into it since:"
        " two layers would share their weights.",
        "Make a new array in every call.",
    ),
)

_LAW = (
    Misconception(
        "one number for all",
        "All weights are the same number, so that all units of the layer compute the same and stay the same.",
        "Draw one number per weight.",
    ),
    Misconception("one row repeated", "All rows are equal: only one row was drawn.", "Draw the whole shape."),
    Misconception(
        "one column repeated",
        "All columns are equal, so that all units of the layer compute the same and stay the same.",
        "Draw the whole shape.",
    ),
    Misconception("weights repeated", "Many weights are equal: a part of the kernel was drawn and used again."),
    Misconception(
        "part left at 0",
        "Many weights are exactly 0: only a part of the kernel was drawn. Units whose weights are 0 hear nothing.",
        "Draw the whole shape.",
    ),
    Misconception("rounded", "The weights were rounded to a few digits, so that many of them are equal."),
    Misconception("rows not independent", "Some rows or columns are multiples of each other, not drawn on their own."),
    Misconception(
        "neighbours not independent", "Neighbouring weights depend on each other. Sorted, smoothed or summed draws do."
    ),
    Misconception(
        "one-sided range",
        "All weights have one sign. With all weights positive, the units of a layer pull in one direction."
        " The range must lie on both sides of 0.",
    ),
    Misconception(
        "lawful in places",
        "Some kernels follow the law, others of the same kind do not: it depends on the size, the generator or the call"
        " which ones do. No formula says that.",
        "Draw every kernel in the same way, whatever its shape and whoever asks.",
    ),
    Misconception(
        "standardised",
        "The kernels' means or spreads are nearer to the law's than draws ever come: the weights were shifted or scaled"
        " after they were drawn, so that each depends on all others.",
        "Leave the draws as they come.",
    ),
    Misconception(
        "clipped",
        "Many weights are exactly as large as the largest, or exactly 0: what lay farther out was set to a fixed value"
        " after it was drawn.",
        "Leave the draws as they come; if the tails are to be cut, draw again.",
    ),
    Misconception(
        "rescaled to the limit",
        "In every kernel the largest weight is the limit itself, which draws never hit: the weights were stretched to"
        " it after they were drawn, so that each depends on all others.",
        "Leave the draws as they come.",
    ),
    Misconception("shifted mean", "The weights are centred on another number than 0.", "Look at the first argument."),
    Misconception(
        "uniform for normal", "The weights are uniform; a normal law is asked for.", "Look at which method draws them."
    ),
    Misconception(
        "normal for uniform", "The weights are normal; a uniform law is asked for.", "Look at which method draws them."
    ),
)

_ROOTS = (
    Misconception(
        "variance as std",
        "The formula gives a variance; NumPy's normal law takes a standard deviation.",
        "Look at what `scale` means.",
    ),
    Misconception("square root missing", "The limit lacks its square root.", "Compare it with the formula."),
    Misconception("variance as limit", "The variance is used as the limit.", "Which variance does a uniform law have?"),
    Misconception(
        "std as limit",
        "The standard deviation is used as the limit of a uniform law, whose weights then vary too little:"
        " a uniform law's standard deviation is smaller than its limit by a factor.",
        "Look that factor up.",
    ),
    Misconception(
        "limit as std",
        "The limit of the uniform law is used as the standard deviation of a normal one.",
        "Compare the two formulas.",
    ),
    Misconception("numerator outside the root", "The root covers the denominator only; it belongs to the fraction."),
    Misconception("denominator outside the root", "The root covers the numerator only; it belongs to the fraction."),
    Misconception("root alone", "The numerator of the fraction is missing or 1.", "Compare it with the formula."),
    Misconception("root of each fan", "A root of a sum is not the sum of the roots.", "Look at what the root covers."),
    Misconception("operator precedence", "The division is done before the sum.", "Look at where brackets are needed."),
    Misconception("inverted scale", "The fraction is upside down: more inputs must make smaller weights."),
    Misconception("root of the scale", "The square root is taken of a number that is a standard deviation already."),
    Misconception(
        "uncorrected truncation",
        "The normal law is cut off at two standard deviations, which leaves 88 % of the spread,"
        " and nothing corrects that.",
        "Draw without the cut, or divide by the cut law's own standard deviation.",
    ),
    Misconception("factor 2 missing", "The variance is half of what it should be.", "Compare the numerator."),
    Misconception(
        "factor 2 too many", "The scale is too large by a factor.", "Compare the numerator with the formula."
    ),
)

_FANS = (
    Misconception(
        "fan_out",
        "It divides by fan_out."
        " To keep the signal's variance on the way forward, what counts is how many inputs each unit sums over.",
        "Which axis of the kernel is that?",
    ),
    Misconception("only fan_out", "It uses fan_out alone; the compromise between both directions uses both fans."),
    Misconception("mean of the fans", "It divides by the mean of both fans.", "Compare the denominator."),
    Misconception("geometric mean", "It combines the fans by the root of their product.", "Compare the denominator."),
    Misconception("product of the fans", "It multiplies the fans. A unit does not sum over all weights of a layer."),
    Misconception("number of weights", "It divides by the number of weights. A unit sums over its own inputs only."),
    Misconception("larger fan", "It divides by the larger of the two fans.", "Compare the denominator."),
    Misconception("smaller fan", "It divides by the smaller of the two fans.", "Compare the denominator."),
    Misconception(
        "receptive field left out",
        "Right for dense kernels, wrong for a convolution:"
        " each unit sees height times width values of every input channel.",
        "Look at your fans for a shape with four numbers.",
    ),
    Misconception(
        "wrong axis",
        "The fan is read from an axis that is right for some kernels only."
        " In a convolution's shape (height, width, channels_in, channels_out) the channels come last.",
    ),
    Misconception("sum of the shape", "It adds up the numbers of the shape; the fans are products of some of them."),
    Misconception("fans exchanged", "fan_in and fan_out are exchanged.", "Which axis holds the inputs?"),
    Misconception("no fans", "These are not the fans of this shape.", "Try it on paper with a small convolution."),
)

_SCHEMES = (
    Misconception(
        "He's formula",
        "This is He's scale, made for ReLU, which drops half of the signal.",
        "Compare with the formula asked for here.",
    ),
    Misconception(
        "Xavier's formula",
        "This is Xavier's scale, made for units that are linear around 0, such as tanh.",
        "Compare with the formula.",
    ),
    Misconception(
        "LeCun's formula",
        "This is 1 / fan_in, LeCun's variance, sometimes quoted for the other schemes too.",
        "Compare the numerator and the denominator with the formula asked for here.",
    ),
    Misconception(
        "Xavier's formula without its 2",
        "This is Xavier's formula without its 2.",
        "Compare with the formula asked for here.",
    ),
    Misconception(
        "PyTorch's default",
        "This is the default of PyTorch's layers, uniform within 1 / sqrt(fan_in):"
        " kaiming_uniform called with a slope of sqrt(5), for historical reasons.",
        "Compare with the formula asked for here.",
    ),
    Misconception("no scale", "The draws are not scaled at all: the sums of a wide layer become huge."),
    Misconception("fixed scale", "The scale is a fixed number. It must depend on how wide the layer is."),
    Misconception("argument ignored", "The scale stays the same whatever is asked for: the argument is not used."),
    Misconception("scaled by the fan", "The scale is divided by a fan; here it is exactly what the argument says."),
    Misconception(
        "rand for randn",
        "Uniform numbers are scaled as if they were standard normal.",
        "Look at which method draws and what its spread is.",
    ),
    Misconception("half the range", "The whole range is as wide as the limit; it should reach the limit on each side."),
    Misconception("folded normal", "The signs are lost: look for `abs`. Weights lie on both sides of 0."),
    Misconception("unscaled rand", "These are plain numbers between 0 and 1, or shifted to ±1/2: no scale is used."),
)

_SLOPE = (
    Misconception("slope ignored", "negative_slope changes nothing. A leaky unit passes more, so it needs less."),
    Misconception("slope not squared", "The slope enters as it is. A variance changes with the square of a factor."),
    Misconception("slope squared with its 1", "The sum is squared as a whole. What passes is two halves: add them up."),
    Misconception(
        "slope without a root", "The slope's term is outside the square root.", "Look at what the root covers."
    ),
    Misconception("slope multiplied", "A larger slope gives larger weights. It passes more signal: which way then?"),
    Misconception("slope subtracted", "The slope's part is subtracted. Both halves of the signal pass: they add up."),
    Misconception("slope as gain", "The slope itself scales the weights.", "Compare with the formula."),
)

_MEASURES = (
    Misconception(
        "divided by one less",
        "A variance here is the mean of the squared distances, as in Part 1: what it is divided by is their number.",
        "Look up `ddof`.",
    ),
)

_CONSTANTS = (
    Misconception("not zero", "Some weights are not 0."),
    Misconception("other constant", "The weights are not all the value that was asked for."),
    Misconception(
        "zero taken for nothing",
        "A value of 0 is treated as if none had been given.",
        "Python takes 0 for false. Look at how the default comes in.",
    ),
    Misconception("random constant", "The weights differ from each other; a constant is asked for."),
)

INITIALIZERS = (*_ANSWERS, *_GENERATOR, *_LAW, *_ROOTS, *_FANS, *_SCHEMES, *_SLOPE, *_MEASURES, *_CONSTANTS)
