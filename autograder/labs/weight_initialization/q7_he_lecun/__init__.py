"""Q7: He and LeCun initialization."""
