"""Claims as people and programs get them: by verdict, with signs, numbers and units; never stored."""

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import parse_qs

import msgspec
import pytest
from command import OWN, Instance, environment

from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.exercise import Exercise, Laterality, Step
from vastus.faces.claims import VERDICT_SIGNS, VERDICT_WORDS, by_verdict, calculator_query, number_words
from vastus.faces.web.claims import Sections, ShownVerdict
from vastus.faces.web.templates import render


def a_claim(verdict: Verdict, says: str = "it <b>helps</b>", **numbers: float) -> Claim:
    return Claim("effect", says, "tip 1", verdict, Basis(BasisKind.NONE, "Nothing & nobody.", numbers))


def test_every_verdict_has_a_word_and_a_sign_of_its_own() -> None:
    assert set(VERDICT_WORDS) == set(VERDICT_SIGNS) == set(Verdict)
    assert len(set(VERDICT_SIGNS.values())) == len(Verdict)


def test_what_is_denied_comes_first_and_verdicts_without_claims_are_left_out() -> None:
    claims = [a_claim(Verdict.OPINION), a_claim(Verdict.SUPPORTED), a_claim(Verdict.CONTRADICTED)]
    assert list(by_verdict(claims)) == [Verdict.CONTRADICTED, Verdict.SUPPORTED, Verdict.OPINION]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("mass_kg", 100, "mass 100 kg"),
        ("force_n_low", 147.0998, "force low 147.1 N"),
        ("angle_deg", -10, "angle -10°"),
        ("accel_m_s2", 0.1, "accel 0.1 m/s²"),
        ("mu", 0.35, "mu 0.35"),
        ("work_down_j", -98.1, "work down -98.1 J"),
    ],
)
def test_numbers_are_told_with_their_unit(name: str, value: float, expected: str) -> None:
    assert number_words(name, value) == expected


def test_the_calculator_is_set_to_the_same_inputs() -> None:
    claim = a_claim(Verdict.DEPENDS, mass_kg=100, mu=0.35, height_m=0.9, angle_deg=10, athlete_kg=80, force_n=371.4516)
    query = parse_qs(calculator_query(claim) or "")
    assert query == {"mass": ["100"], "mu": ["0.35"], "height": ["0.9"], "angle": ["10"], "athlete": ["80"]}


def test_a_claim_without_a_sled_has_no_calculator() -> None:
    assert calculator_query(a_claim(Verdict.SUPPORTED, mass_kg=20, height_m=0.5)) is None


def test_check_prints_claims_after_findings_by_verdict(vastus: Instance) -> None:
    out = vastus("check", OWN).out
    places = [out.index(each) for each in ("warning", "✗ Contradicted", "± Depends", "✓ Supported", "○ Opinion")]
    assert places == sorted(places)
    assert "center of pressure 0.92 m" in " ".join(out.split())


def test_check_answers_claims_with_basis_and_numbers(vastus: Instance) -> None:
    answer = vastus("check", OWN, "--json").json
    (checked,) = answer["exercises"]
    assert checked["id"] == "reverse-sled-shove"
    assert answer["findings"]
    for claim in checked["claims"]:
        assert set(claim) == {"kind", "says", "where", "verdict", "basis"}
        assert set(claim["basis"]) == {"kind", "text", "numbers"}
    (drag,) = [each for each in checked["claims"] if each["kind"] == "tipping"]
    numbers = drag["basis"]["numbers"]
    assert numbers["force_n"] == pytest.approx(numbers["mu"] * numbers["mass_kg"] * 9.80665, rel=1e-4)


def test_claims_are_computed_when_asked_for_and_not_stored(vastus: Instance) -> None:
    vastus("import", OWN)
    assert vastus("check", "reverse-sled-shove", "--json").json["exercises"][0]["claims"]
    assert vastus("show", "reverse-sled-shove", "--json").json["claims"] == []


def test_showing_and_finding_never_wait_for_numpy(vastus: Instance) -> None:
    vastus("find", "sled", "--json")  # the library and its index are there
    code = (
        "import sys, vastus.__main__ as m\n"
        "for line in (['show', 'sled-push'], ['show', 'sled-push', '--json'], ['find', 'sled', '--json']):\n"
        "    sys.argv = ['vastus', *line]\n"
        "    try: m.main()\n"
        "    except SystemExit: pass\n"
        "sys.stderr.write('LOADED' if 'numpy' in sys.modules else 'FREE')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment(vastus.home)}, capture_output=True, check=True
    )
    assert done.stderr.endswith(b"FREE")


# the section of the exercise page


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def section(exercise: Exercise) -> _Outline:
    made: list[tuple[ShownVerdict, ...]] = []

    def fill(verdicts: tuple[ShownVerdict, ...]) -> str:
        made.append(verdicts)
        return render("claims.html", verdicts=verdicts)

    sections = Sections()
    text = sections.of(exercise, fill)
    assert sections.of(exercise, fill) == text
    assert len(made) == 1  # kept
    outline = _Outline()
    outline.feed(text)
    return outline


def test_the_section_says_word_and_sign_and_escapes_the_page() -> None:
    exercise = Exercise(
        "x", "X", laterality=Laterality.BILATERAL, instructions=(Step("Alternate legs, <i>left</i> & right."),)
    )
    outline = section(exercise)
    assert "i" not in outline.tags
    assert "<i>left</i> & right" in outline.text
    assert "✗ Contradicted" in " ".join(outline.text.split())


def test_a_page_that_claims_nothing_has_no_section() -> None:
    assert section(Exercise("x", "X")).tags == []


def test_a_changed_exercise_is_checked_anew() -> None:
    sections, made = Sections(), []
    for text in ("Alternate legs.", "Use both hands."):
        exercise = Exercise("x", "X", laterality=Laterality.BILATERAL, instructions=(Step(text),))
        sections.of(exercise, lambda verdicts: made.append(verdicts) or json.dumps(len(made)))
    assert [each[0].word for each in made] == ["Contradicted", "Supported"]


def test_the_calculator_comes_to_the_numbers_of_the_claim(vastus: Instance) -> None:
    """The link's query, as options of `vastus sled`, gives what the claim says."""
    claims = vastus("check", OWN, "--json").json["exercises"][0]["claims"]
    compared = 0
    for each in claims:
        claim = msgspec.convert(each, Claim)
        query = {name: values[0] for name, values in parse_qs(calculator_query(claim) or "").items()}
        if not query or "to" in query:
            continue
        answer = vastus("sled", *(f"--{name}={value}" for name, value in query.items()), "--json").json
        for name in ("force_n", "center_of_pressure_m", "dig_in_index", "grip_limit_n"):
            if name in claim.basis.numbers and not (name == "center_of_pressure_m" and "height" not in query):
                assert claim.basis.numbers[name] == pytest.approx(answer[name], rel=1e-3), (claim.kind, name)
                compared += 1
    assert compared > 8
