"""The muscle figure, seen from the front and from behind: values in, SVG text out, the same bytes every time.

The outlines in `parts.json` are made by `scripts/draw`; here they are only put together. Nothing is read but that
file, nothing is measured but bytes.
"""
