"""`vastus sled keep`, `mine`, `forget`: the user's own sleds and surfaces, and the calculator with them."""

from pathlib import Path

import pytest
from command import Instance

PROWLER = ("sled", "keep", "Prowler", "--as", "sled", "--sled", 40, "--length", 1.1, "--height", "36in")
GARAGE = ("sled", "keep", "Garage floor", "--as", "surface", "--mu", "0.40..0.45..0.55", "--mu-static", 0.6)


def test_an_own_sled_on_an_own_surface_is_computed_as_if_entered(vastus: Instance) -> None:
    assert "--my-sled" in vastus(*PROWLER).out
    vastus(*GARAGE)
    found = vastus("sled", "--my-sled", "prowler", "--plates", 60, "--my-surface", "GARAGE  floor", "--json").json
    by_hand = vastus(
        "sled", "--sled", 40, "--length", 1.1, "--height", "36in", "--plates", 60, "--mu", "0.40..0.45..0.55",
        "--mu-static", 0.6, "--json",
    ).json  # fmt: skip
    own = found.pop("own")
    assert found == by_hand
    assert found["force_n"] == pytest.approx(0.45 * 980.665)
    assert found["force_n_low"] == pytest.approx(0.40 * 980.665)
    assert (own["my_sled"]["name"], own["my_surface"]["name"]) == ("Prowler", "Garage floor")
    assert own["my_sled"]["inputs"]["height"] == {"value": 0.9144, "unit": "m", "entered": "36in"}


def test_what_is_entered_counts_more_than_what_is_kept(vastus: Instance) -> None:
    vastus(*PROWLER)
    found = vastus("sled", "--my-sled", "Prowler", "--mass", 90, "--height", 0.5, "--mu", 0.3, "--json").json
    assert found["inputs"]["height"]["value"] == 0.5
    assert found["inputs"]["length"]["value"] == 1.1
    assert found["force_n"] == pytest.approx(0.3 * 90 * 9.80665)


def test_the_equal_load_is_plates_on_the_own_sled(vastus: Instance) -> None:
    vastus("sled", "keep", "Forty", "--as", "sled", "--sled", 40)
    vastus("sled", "keep", "Rough", "--as", "surface", "--mu", 0.45)
    call = ("sled", "equal", "--my-sled", "forty", "--plates", 60, "--mu", 0.33, "--to-my-surface", "rough")
    assert vastus(*call, "--json").json["equivalent"] == pytest.approx(33.3, abs=0.05)
    assert "33.3 kg of plates" in vastus(*call).out
    assert "Rough there" in vastus(*call).out


def test_calibrated_friction_is_kept_with_its_readings(vastus: Instance) -> None:
    call = ("sled", "calibrate", "--mass", 100, "--pull", 35, "--pull", 36, "--pull", 37, "--peak", 47)
    found = vastus(*call, "--keep", "Turf at home", "--json").json
    (surface,) = vastus("sled", "mine", "--json").json["surfaces"]
    assert surface == found["kept"]
    assert (surface["is_measured"], surface["readings"]) == (True, 3)
    for name in ("mu", "mu_static"):
        kept = surface["inputs"][name]
        assert (kept["value"], kept["low"], kept["high"]) == pytest.approx(
            (found[name], found[f"{name}_low"], found[f"{name}_high"]), rel=1e-3
        )
    assert "measured on" in vastus("sled", "mine").out


def test_keeping_again_replaces_and_forgetting_removes(vastus: Instance) -> None:
    vastus(*PROWLER)
    assert vastus("sled", "keep", "PROWLER", "--as", "sled", "--sled", "90lb", "--json").json["replaced"]
    (sled,) = vastus("sled", "mine", "--json").json["sleds"]
    assert (sled["name"], list(sled["inputs"])) == ("PROWLER", ["sled"])
    assert "is forgotten" in vastus("sled", "forget", "prowler").out
    assert vastus("sled", "mine", "--json").json == {"sleds": [], "surfaces": []}


def test_own_gear_survives_backup_and_export(vastus: Instance, tmp_path: Path) -> None:
    vastus(*PROWLER)
    vastus(*GARAGE)
    before = vastus("sled", "mine", "--json").json
    vastus("backup", tmp_path / "b.zip")
    vastus("export", tmp_path / "all.json")
    vastus("sled", "forget", "prowler")
    vastus("restore", tmp_path / "b.zip", "--yes")
    assert vastus("sled", "mine", "--json").json == before
    elsewhere = Instance(tmp_path / "elsewhere", vastus.capture)
    elsewhere("import", tmp_path / "all.json")
    assert elsewhere("sled", "mine", "--json").json == before


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (("--my-sled", "prowlr", "--plates", 9, "--mu", 0.3), "of yours called 'prowlr'; did you mean Prowler?"),
        (("--my-surface", "prowler", "--mass", 9), "'Prowler' is a sled of yours, not a surface"),
        (("--my-surface", "garage floor", "--mu", 0.3, "--mass", 9), "friction is given twice"),
        (("--my-sled", "prowler", "--mass", 30, "--mu", 0.3), "the empty sled alone is 40 kg"),
        (("equal", "--mass", 9, "--mu", 0.3, "--to-my-surface", "x"), "no surface of yours called 'x'"),
        (("keep", "Grass", "--as", "surface", "--mu", 0.3), "'Grass' is a surface that comes with Vastus (grass)"),
        (("keep", "prowler", "--as", "surface", "--mu", 0.3), "'Prowler' is a sled of yours"),
        (("keep", "A", "--as", "sled", "--mu", 0.3), "--mu is no part of a sled"),
        (("keep", "A", "--as", "boat", "--mu", 0.3), "'boat' is neither a sled nor a surface"),
        (("keep", " ", "--as", "surface", "--mu", 0.3), "a name has a letter or a digit"),
        (("keep", "a" * 41, "--as", "surface", "--mu", 0.3), "at most 40 characters, not 41"),
        (("keep", "a\x1bb", "--as", "surface", "--mu", 0.3), "printable"),
        (("keep", "A", "--as", "sled"), "nothing to keep of the sled 'A'; give --sled, --length"),
        (("keep", "A", "--as", "surface", "--mu-static", 0.3), "nothing to keep of the surface 'A'; give --mu"),
        (("keep", "A", "--as", "surface", "--mu", 0.4, "--mu-static", 0.3), "below kinetic friction"),
        (("keep", "A", "--as", "surface", "--mu", "0.3..0.6..0.5"), "outside its range"),
        (("keep", "A", "--as", "sled", "--sled", -5), "nothing weighs less than nothing"),
        (("keep", "A", "--as", "sled", "--height", "9 m"), "nobody has been taller"),
        (("forget", "x"), "no sled or surface of yours called 'x'"),
        (("calibrate", "--tilt", 20, "--keep", "A"), "a surface needs friction while the sled slides"),
        (("calibrate", "--runs", "a", "--other-runs", "b", "--keep", "A"), "--keep goes with a scale or a glide"),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence_and_keeps_nothing(vastus: Instance, call: tuple[object, ...], sentence: str) -> None:
    vastus(*PROWLER)
    vastus(*GARAGE)
    before = vastus("sled", "mine", "--json").json
    error = vastus("sled", *call, code=2).err
    assert sentence in error
    assert vastus("sled", "mine", "--json").json == before
