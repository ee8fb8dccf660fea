"""What all random initializers share: how drawn weights are judged, and how a wrong scale gets its name.

checks            the base of their graders: form of the answer, generator, scale, law, independence
probing           what is asked for: kernels of all kinds, from many generators, in a drawn order
identifiability   large kernels at which no two of all formulas give nearly the same scale
laws              what is right: fans, and the published laws with their standard deviation at a kernel
formulas          what is written instead: wrong scales, each with its key in the catalogue
weights           what was drawn, with the numbers that all checks on it ask for
spread            the check on the scale
naming            the formula that a wrong scale came from: the likeliest, if it fits and no other does
family            the check on the law: centre, evenness, family, limits
independence      the check that every weight is a draw of its own
"""
