"""What all initializers share: laws, wrong formulas, the checks on drawn weights."""
