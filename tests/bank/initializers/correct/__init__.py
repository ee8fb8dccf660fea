"""Right implementations: each must get full points, whatever the secret."""
