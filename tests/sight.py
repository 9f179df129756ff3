"""How colors differ: luminance contrast, and what people with a color vision deficiency see.

Contrast: WCAG 2.2, "contrast ratio" and "relative luminance". Deficiencies: Machado, Oliveira and Fernandes (2009),
"A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15(6), severity 1.0, on linear RGB.
"""

Rgb = tuple[float, float, float]
SIGHTS: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(color: str) -> Rgb:
    """Linear light of #rrggbb, 0 to 1."""
    r, g, b = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _linear(r), _linear(g), _linear(b)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def luminance(color: str, sight: str = "normal") -> float:
    """Relative luminance as somebody sees it."""
    light = linear(color)
    seen = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in SIGHTS[sight]]
    return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]


def contrast(one: str, other: str, sight: str = "normal") -> float:
    """1 to 21."""
    low, high = sorted((luminance(one, sight), luminance(other, sight)))
    return (high + 0.05) / (low + 0.05)
