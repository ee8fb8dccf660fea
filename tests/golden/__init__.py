"""The golden record: what the graders decide on the bank, the example class and the attacks, kept word for word."""
