"""Faces: translate in, call one use case, translate out."""
