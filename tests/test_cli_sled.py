"""`vastus sled`: numbers as JSON, sentences for what cannot be, and what people read."""

from pathlib import Path

import pytest
from command import Instance

RESULTS = """
force_n force_horizontal_n normal_n center_of_pressure_m dig_in_index unloading_height_m tipping_height_m grip_limit_n
lean_offset_m work_j power_w equivalent
""".split()


def test_every_result_stands_under_its_plain_key(vastus: Instance) -> None:
    """Issue 6: turf of a gym, 0.9 m, 10 degrees downward, 80 kg."""
    found = vastus(
        "sled", "--mass", 100, "--surface", "turf_gym", "--height", 0.9, "--angle", 10, "--athlete", 80, "--json"
    ).json
    assert set(RESULTS) <= set(found)
    assert found["force_n_low"] < found["force_n"] < found["force_n_high"]
    assert found["force_n"] == pytest.approx(0.35 * 980.665 / (0.98480775 - 0.35 * 0.17364818))
    assert found["work_j"] is None
    assert "work_j_low" not in found
    assert found["equivalent"] is None
    assert found["inputs"]["height"] == {"value": 0.9, "unit": "m", "entered": "0.9 m"}
    assert found["inputs"]["angle"]["entered"] == "10 deg"
    assert found["inputs"]["mu"]["mark"] == "A"
    assert found["inputs"]["surface"] == "turf_gym"
    assert all(sentence.endswith(".") for sentence in found["warnings"])


def test_numbers_without_a_range_have_none_beside_them(vastus: Instance) -> None:
    found = vastus("sled", "--mass", 100, "--mu", 0.33, "--distance", 20, "--speed", 1, "--json").json
    assert found["force_n"] == pytest.approx(323.6, abs=0.05)
    assert found["work_j"] == pytest.approx(6472, abs=0.5)
    assert not {f"{name}_low" for name in RESULTS} & set(found)
    assert found["grip_limit_n"] is None


def test_pounds_and_inches_are_understood_and_echoed(vastus: Instance) -> None:
    found = vastus("sled", "--mass", "225lb", "--mu", 0.33, "--height", "36in", "--json").json
    assert found["force_n"] == pytest.approx(0.33 * 225 * 0.45359237 * 9.80665)
    assert found["inputs"]["mass"]["entered"] == "225 lb"
    assert found["inputs"]["mass"]["value"] == pytest.approx(102.05828)
    assert found["inputs"]["height"]["value"] == pytest.approx(0.9144)


def test_a_range_that_was_entered_gives_ranges(vastus: Instance) -> None:
    found = vastus("sled", "--mass", 100, "--mu", "0.30..0.36", "--json").json
    assert found["force_n_low"] == pytest.approx(0.30 * 980.665)
    assert found["force_n_high"] == pytest.approx(0.36 * 980.665)


def test_plates_on_a_rougher_surface(vastus: Instance) -> None:
    call = ("sled", "equal", "--sled", 40, "--plates", 60, "--mu", 0.33, "--to-sled", 40, "--to-mu", 0.45)
    assert vastus(*call, "--json").json["equivalent"] == pytest.approx(33.3, abs=0.05)
    assert "33.3 kg of plates" in vastus(*call).out


def test_surfaces_by_name_give_a_range(vastus: Instance) -> None:
    found = vastus("sled", "equal", "--mass", 100, "--surface", "gym turf", "--to-surface", "grass", "--json").json
    assert found["equivalent"] == pytest.approx(100 * 0.35 / 0.45)
    spread = ((0.15 / 0.35) ** 2 + (0.15 / 0.45) ** 2) ** 0.5  # up: turf may be 0.50, grass 0.30
    assert found["equivalent_high"] / found["equivalent"] - 1 == pytest.approx(spread)


def test_a_car_is_not_equal_and_the_answer_says_why(vastus: Instance) -> None:
    call = ("sled", "equal", "--mass", 100, "--mu", 0.33, "--to", "car", "--to-mass", 1500, "--to-rolling", 0.015)
    found = vastus(*call, "--json").json
    assert found["car_rolling_n"] == pytest.approx(220.6, abs=0.1)
    assert found["sled_kg"] == pytest.approx(68.2, abs=0.1)
    assert found["equivalent"] == pytest.approx(2200)
    assert any("does not stop when you stop" in each for each in found["warnings"])
    assert any("brake" in each for each in found["warnings"])


def test_a_plate_takes_the_hands_into_account(vastus: Instance) -> None:
    call = ("sled", "equal", "--mass", 60, "--mu", 0.35, "--to", "plate", "--hand", "200N", "--json")
    found = vastus(*call).json
    assert found["equivalent"] == pytest.approx(60 - 200 / 9.80665)
    assert any("back cannot push it" in each for each in found["warnings"])


def test_an_equal_velocity_loss_needs_two_profiles(vastus: Instance) -> None:
    call = ("sled", "equal", "--mass", 100, "--mu", 0.33, "--to", "sled", "--by", "velocity-loss")
    assert vastus(*call, "--m0", 200, "--to-m0", 150, "--json").json["equivalent"] == pytest.approx(75)
    assert "profile on each side" in vastus(*call, code=2).err
    pulled = vastus("sled", "equal", "--mass", 70, "--mu", 0.33, "--to", "pull", "--json").json
    assert pulled["equivalent"] == pytest.approx(100)


def test_an_empty_sled_that_is_too_heavy_is_told(vastus: Instance) -> None:
    call = ("sled", "equal", "--mass", 40, "--mu", 0.25, "--to-sled", 40, "--to-mu", 0.5)
    found = vastus(*call, "--json").json
    assert found["equivalent"] == pytest.approx(-20)
    assert found["is_possible"] is False
    assert "already 20.0 kg heavier" in found["warnings"][0]
    assert "No load" in vastus(*call).out


def test_friction_is_calibrated_with_the_rope_s_angle(vastus: Instance) -> None:
    found = vastus("sled", "calibrate", "--mass", 100, "--pull", "35kg", "--angle", 20, "--json").json
    assert found["mu"] == pytest.approx(0.374, abs=0.0005)
    assert found["mu_low"] < found["mu"] < found["mu_high"]
    several = vastus("sled", "calibrate", "--mass", "100", "--pull", "33,35", "--pull", "343.23275N", "--peak", 44).out
    assert "median of 3 readings" in several
    assert "one reading" in several
    assert vastus("sled", "calibrate", "--tilt", 23.3, "--json").json["mu_static"] == pytest.approx(0.431, abs=0.001)
    assert vastus("sled", "calibrate", "--glide", "2:0.62", "--json").json["mu"] == pytest.approx(0.33, abs=0.005)


RUNS = "mass,distance,time\n# a comment\n40,20,6.25\n100 kg,20,10\n\n220.462lb,20m,10s\n160,20,25\n"


def test_a_profile_of_runs_gives_loads_for_velocity_losses(vastus: Instance, tmp_path: Path) -> None:
    """The runs lie on v = 4 (1 - m/200)."""
    path = tmp_path / "runs.csv"
    path.write_text(RUNS, "utf-8")
    found = vastus("sled", "profile", path, "--mu", 0.33, "--loss", "50%", "--json").json
    assert found["v0_m_s"] == pytest.approx(4.0, rel=1e-4)
    assert found["m0_kg"] == pytest.approx(200, rel=1e-4)
    assert found["loads"][0]["load_kg"] == pytest.approx(100, rel=1e-4)
    assert found["r"] == pytest.approx(-1, abs=1e-4)
    assert found["f0_n"] == pytest.approx(0.33 * 200 * 9.80665, rel=1e-3)
    assert "50% slower" in vastus("sled", "profile", path).out
    piped = vastus("sled", "profile", "-", "--json", stdin=RUNS.replace(",", ";").encode()).json
    assert piped["m0_kg"] == pytest.approx(200, rel=1e-4)


def test_a_profile_of_two_runs_says_that_it_has_no_range(vastus: Instance, tmp_path: Path) -> None:
    path = tmp_path / "runs.csv"
    path.write_text("load_kg\tspeed_m_s\n40\t3.2\n100\t2\n", "utf-8")
    found = vastus("sled", "profile", path, "--json").json
    assert "m0_kg_low" not in found
    assert any("third load" in each for each in found["warnings"])


TABLES = [
    ("", "is empty"),
    ("mass,speed\n", "holds no runs"),
    ("load\n5\n", "no columns for mass and speed"),
    ("mass,speed\n5,fast\n", "line 2, speed: 'fast' is no speed"),
    ("mass,speed\n5,3\n6\n", "line 3: a run has a speed"),
    ("mass,distance,time\n5,20,0\n", "line 2: distance and time are above 0"),
    ("mass,mass_kg,speed\n5,5,1\n", "two columns for the mass"),
    ('mass,speed\n"5,3\n', "line"),
    ("mass,speed\n50,3\n50,3\n", "two different loads"),
    ("mass,speed\n50,2\n100,3\n", "do not get slower"),
    ("mass,speed\n-50,2\n100,1\n", "mass from 0 kg"),
]


@pytest.mark.parametrize(("text", "says"), TABLES, ids=[each[1] for each in TABLES])
def test_a_table_that_gives_no_profile_is_refused_with_its_line(
    vastus: Instance, tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "runs.csv"
    path.write_text(text, "utf-8")
    assert says in vastus("sled", "profile", path, code=2).err


def test_a_file_that_is_no_table_is_refused(vastus: Instance, tmp_path: Path) -> None:
    (tmp_path / "runs.csv").write_bytes(b"\xff\xfe\x00m")
    assert "no text in UTF-8" in vastus("sled", "profile", tmp_path / "runs.csv", code=2).err
    assert "no such file" in vastus("sled", "profile", tmp_path / "none.csv", code=2).err
    assert "it is a folder" in vastus("sled", "profile", tmp_path, code=2).err
    assert "no columns" in vastus("sled", "profile", "-", stdin=b"\x00" * 50, code=2).err


REFUSED = [
    (("--mass", -5, "--mu", 0.3), "above 0 kg"),
    (("--mass", 100, "--mu", 0.35, "--angle", 71), "jam limit at friction 0.35 is 70.7°"),
    (("--mass", 100, "--mu", 0), "above 0"),
    (("--mass", 100, "--mu", 0.3, "--height", 2, "--stature", 1.8), "above the athlete's stature"),
    (("--mass", "nan", "--mu", 0.3), "'nan' is no mass"),
    (("--mass", "5 bananas", "--mu", 0.3), "'bananas' is no unit"),
    (("--mass", "5m", "--mu", 0.3), "'m' is a unit of length, not of mass"),
    (("--mass", 100, "--mu", "0.4..0.3"), "ends below its start"),
    (("--mass", 100), "friction is either"),
    (("--mass", 100, "--mu", 0.3, "--surface", "grass"), "friction is either"),
    (("--mass", 100, "--surface", "ice"), "there is no surface 'ice'"),
    (("--mu", 0.3), "there is no mass"),
    (("--mass", 100, "--sled", 40, "--plates", 60, "--mu", 0.3), "given twice"),
    (("--sled", -40, "--plates", 60, "--mu", 0.3), "--sled is 0 to 10,000,000 kg"),
    (("--mass", 100, "--mu", -0.3), "above 0, not -0.3"),
    (("--mass", 1e300, "--mu", 0.3), "nobody trains with that"),
    (("equal", "--mass", 5, "--mu", 0.3, "--to-mu", -1), "above 0, not -1"),
    (("--mass", 100, "--mu", 0.3, "--mu-per-kg", -0.0004), "the mass at which it was measured"),
    (("--mu", 0.3, "equal", "--mass", 5), "stands before 'equal'"),
    (("equal", "--mass", 5, "--mu", 0.3), "needs another side"),
    (("equal", "--mass", 5, "--mu", 0.3, "--to", "horse"), "there is no --to 'horse'"),
    (("equal", "--mass", 5, "--mu", 0.3, "--to", "car", "--to-mass", -1), "above 0 kg"),
    (("equal", "--mass", 5, "--mu", 0.3, "--to", "car", "--to-surface", "moss"), "no ground for wheels 'moss'"),
    (("calibrate",), "nothing was measured"),
    (("calibrate", "--pull", 35), "needs the mass"),
    (("calibrate", "--mass", 100, "--pull", -3), "above 0 N"),
    (("calibrate", "--mass", 20, "--pull", "300N", "--angle", 60), "would lift the sled"),
    (("calibrate", "--glide", "2"), "no speed and distance"),
    (("profile", "-", "--loss", "120%"), "is empty"),
]


@pytest.mark.parametrize(("arguments", "says"), REFUSED, ids=[each[1] for each in REFUSED])
def test_what_cannot_be_costs_one_sentence(vastus: Instance, arguments: tuple[object, ...], says: str) -> None:
    assert says in vastus("sled", *arguments, code=2).err
    assert vastus("sled", *arguments, "--json", code=2).out == ""


def test_outside_the_measured_range_there_is_an_answer_and_a_warning(vastus: Instance) -> None:
    found = vastus("sled", "--mass", 100, "--mu", 0.9, "--speed", 6, "--json").json
    assert found["force_n"] > 0
    assert any("0.21 to 0.58" in each for each in found["warnings"])
    assert any("0.5 to 2 m/s" in each for each in found["warnings"])


def test_a_person_reads_the_thresholds_in_words(vastus: Instance) -> None:
    said = " ".join(vastus("sled", "--mass", 100, "--mu", 0.43, "--height", 0.9, "--athlete", 80).out.split())
    assert "nose-heavy" in said
    assert "it tips from 1.16 m" in said
    assert "they hold" in said
    assert "kg on a luggage scale" in said


def test_surfaces_are_listed_with_their_marks(vastus: Instance) -> None:
    found = vastus("sled", "surfaces", "--json").json
    assert {each["id"] for each in found["surfaces"]} >= {"turf_gym", "grass", "concrete"}
    assert all(each["source"] and each["mark"] in "VDMA" for rows in found.values() for each in rows)
    assert "turf_gym" in vastus("sled", "surfaces").out


def test_timed_runs_on_two_surfaces_compare_their_friction(vastus: Instance, tmp_path: Path) -> None:
    """The lines are v = 4 - 0.02 m and v = 4 - 0.03 m, so the other surface has 1.5 times the friction."""
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path, slope in zip(paths, (0.02, 0.03), strict=True):
        path.write_text("mass,speed\n" + "".join(f"{m},{4 - slope * m}\n" for m in (40, 70, 100)), "utf-8")
    call = ("sled", "calibrate", "--runs", paths[0], "--other-runs", paths[1])
    found = vastus(*call, "--mu", "0.3..0.36", "--json").json
    assert found["ratio"] == pytest.approx(1.5)
    assert found["mu"] == pytest.approx(0.495)
    assert (found["mu_low"], found["mu_high"]) == pytest.approx((0.45, 0.54))
    assert any("did not follow friction" in each for each in found["warnings"])
    assert vastus(*call, "--json").json["mu"] is None
    assert "1.5" in vastus(*call).out
    assert "runs on one surface" in vastus("sled", "calibrate", "--runs", paths[0], code=2).err
    assert "belongs to --runs" in vastus("sled", "calibrate", "--mass", 9, "--pull", 3, "--mu", 0.3, code=2).err


def test_friction_that_falls_with_load_is_taken_at_the_load(vastus: Instance) -> None:
    """Andre et al. 2013: 0.33 at 90 kg, 0.00044 less for each kilogram more."""
    law = ("--mu", 0.33, "--mu-at", 90, "--mu-per-kg", -0.00044)
    found = vastus("sled", "--mass", 136.2, *law, "--json").json
    assert found["force_n"] == pytest.approx((0.33 - 0.00044 * 46.2) * 136.2 * 9.80665)
    other = ("--to-mu", 0.33, "--to-mu-at", 90, "--to-mu-per-kg", -0.00044)
    equal = vastus("sled", "equal", "--mass", 90, "--mu", 0.33, *other, "--json").json
    assert equal["equivalent"] == pytest.approx(90)
