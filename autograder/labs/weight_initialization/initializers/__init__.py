"""What all initializers share: how drawn weights are judged, and how a wrong scale gets its name.

checks            the base of their graders: form of the answer, generator, scale, law, independence
weights           the checks on the numbers that were drawn, each with a stated probability to be wrong
laws              what is right: fans, and the published laws with their standard deviation at a kernel
formulas          what is written instead: wrong scales, each with its key in the catalogue
identifiability   kernels for a probe at which no two of all these formulas give nearly the same scale
naming            the formula that the weights came from: the likeliest, if it fits and no other does
"""
