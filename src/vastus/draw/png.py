"""PNG of a flat figure, by resvg: the renderer of ADR 0008, without fonts, the same bytes every time."""

import resvg_py


def png(svg: str, width: int) -> bytes:
    """A picture `width` px wide of an SVG that has its colors written in and no text."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))
