"""The checked-in drawing is what its source gives, and nothing in it is lost, split, thin, overlapping or outside."""

import gzip
import json
from collections import Counter

import pytest
from shapely.affinity import scale

from drawing import build, checks
from drawing.shipped import parts, silhouette
from drawing.source import SEXES, VIEWS

DRAWING = json.loads(build.OUTPUT.read_text("utf-8"))


@pytest.fixture(scope="session")
def fresh() -> str:
    return build.text()


def test_the_checked_in_drawing_is_what_the_source_gives(fresh: str) -> None:
    """Run scripts/draw, look at the figure, and commit both."""
    assert build.OUTPUT.read_text("utf-8") == fresh


def test_the_drawing_has_no_fault(fresh: str) -> None:
    assert build.faults(fresh) == []


@pytest.mark.parametrize("sex", SEXES)
def test_a_pair_leaves_room_for_its_markup(sex: str) -> None:
    """30 kB raw and 10 kB gzipped are for the whole SVG; a part costs some 70 bytes of markup."""
    text = "".join(
        view["half_silhouette"] + view["details"] + "".join(part["d"] + part["fibers"] for part in view["parts"])
        for view in DRAWING["figures"][sex].values()
    )
    count = sum(len(view["parts"]) for view in DRAWING["figures"][sex].values())
    assert len(text) + 75 * count < 25_000
    assert len(gzip.compress(text.encode(), 9)) < 8_000


@pytest.mark.parametrize("sex", SEXES)
def test_the_simple_drawing_has_each_region_once_a_view(sex: str) -> None:
    for view in DRAWING["simple"][sex].values():
        assert max(Counter(part["id"] for part in view["parts"]).values()) == 1
        assert all(part["fibers"] == "" for part in view["parts"])


def _square(x: float, y: float, size: float) -> str:
    return f"M{x} {y}l{size} 0 0 {size} {-size} 0z"


def _faults(*squares: tuple[float, float, float]) -> list[str]:
    view = {
        "silhouette": _square(0, 0, 100),
        "details": "",
        "parts": [{"id": f"p{n}", "d": _square(*square), "fibers": ""} for n, square in enumerate(squares)],
    }
    return list(checks.view_faults(view))


def test_parts_apart_inside_the_body_are_no_fault() -> None:
    assert _faults((10, 10, 20), (40, 10, 20)) == []


@pytest.mark.parametrize(
    ("squares", "word"),
    [
        ([(10, 10, 0.3)], "wide"),
        ([(90, 10, 20)], "outside"),
        ([(10, 10, 20), (32, 10, 20)], "0.0 from"),
        ([(0.5, 10, 20)], "mirror"),
    ],
    ids=["thin", "outside", "overlapping", "at the middle"],
)
def test_a_fault_is_found(squares: list[tuple[float, float, float]], word: str) -> None:
    assert any(word in fault for fault in _faults(*squares))


def test_a_lost_and_a_split_part_are_found() -> None:
    broken = json.loads(json.dumps(DRAWING))
    view = broken["figures"]["male"]["front"]
    gone = view["parts"].pop(0)["id"]
    view["parts"][0]["d"] += _square(20, 20, 3)
    found = list(checks.faults(broken, build.pieces()))
    assert f"male: {gone} is lost from the front" in found
    assert any("pieces, not" in fault for fault in found)


@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("side", VIEWS)
def test_the_painted_half_lies_right_of_the_middle(sex: str, side: str) -> None:
    view = DRAWING["figures"][sex][side]
    assert min(piece.bounds[0] for part in parts(view) for piece in part.pieces) > 0
    left, _, right, _ = silhouette(view).bounds
    assert left == pytest.approx(-right, abs=0.3)


def test_the_figures_fit_their_frame() -> None:
    width, height = DRAWING["size"]
    for view_of in DRAWING["figures"].values():
        for side, view in view_of.items():
            x, y = DRAWING["views"][side]
            left, top, right, bottom = silhouette(view).bounds
            assert min(x + left, y + top) > 1
            assert x + right < width - 1
            assert y + bottom < height - 1


@pytest.mark.parametrize("kind", ["figures", "simple"])
@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("side", VIEWS)
def test_two_halves_are_the_whole_outline(kind: str, sex: str, side: str) -> None:
    view = DRAWING[kind][sex][side]
    half = silhouette({"silhouette": view["half_silhouette"]})
    both = half.union(scale(half, -1, 1, origin=(0, 0)))
    whole = silhouette(view)
    assert both.symmetric_difference(whole).area < 0.006 * whole.area
    assert view["half_silhouette"].count("z") == len(half.geoms) - 1, "the body's own outline stays open"
