"""`vastus figure`: files and standard output, and one sentence for everything that is wrong."""

import os
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from command import Instance, a_page
from png import read_png

from vastus.draw.palette import PALETTES, Theme
from vastus.errors import UnknownExercise, UsageError
from vastus.faces.python import figure as draw

SVG = "{http://www.w3.org/2000/svg}"


def words(text: str) -> tuple[str, str]:
    root = ET.fromstring(text)  # noqa: S314  # our own text
    return root.findtext(f"{SVG}title") or "", root.findtext(f"{SVG}desc") or ""


def test_an_exercise_becomes_a_file(vastus: Instance, tmp_path: Path) -> None:
    answer = vastus("figure", "backward-sled-push", "-o", tmp_path / "f.svg")
    assert "Target: Quads. Secondary: Abs" in answer.out
    title, said = words((tmp_path / "f.svg").read_text("utf-8"))
    assert title == "Muscles worked: Backward Sled Push"
    assert "tibialis anterior" in said
    vastus("figure", "backward-sled-push", "-o", tmp_path / "f.PNG")
    assert read_png((tmp_path / "f.PNG").read_bytes()).width == 800
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["f.PNG", "f.svg"]


@pytest.mark.parametrize("output", [(), ("-o", "-")])
def test_without_a_file_the_svg_is_printed(vastus: Instance, output: tuple[str, ...]) -> None:
    answer = vastus("figure", "sled-push", *output)
    assert words(answer.out)[0] == "Muscles worked: Sled Push"
    assert answer.err == ""


def test_the_command_and_the_package_draw_the_same(vastus: Instance, tmp_path: Path) -> None:
    vastus("figure", "sled-push", "--sex", "female", "--theme", "dark", "--size", 300, "-o", tmp_path / "f.png")
    drawn = draw("sled-push", sex="female")
    assert (tmp_path / "f.png").read_bytes() == drawn.png(Theme.DARK, width=300)
    assert vastus("figure", "sled-push", "--sex", "female").out == drawn.svg() + "\n"


def test_muscles_and_numbers_need_no_exercise_and_no_library(vastus: Instance, tmp_path: Path) -> None:
    shutil.rmtree(vastus.home)
    vastus.home.mkdir()
    assert words(vastus("figure", "--muscles", "quads=2, Abdominals=1,soleus=1").out) == (
        "Muscles: Quads, Abs, soleus",
        "Target: Quads. Secondary: Abs. Also named: soleus.",
    )
    assert "Quads 12, Chest 4" in words(vastus("figure", "--heat", "quads=12,pecs=4").out)[1]
    vastus("figure", "--heat", "quads=250,chest=0.5", "--scale", "range", "-o", tmp_path / "h.png", "--size", 64)
    assert read_png((tmp_path / "h.png").read_bytes()).width == 64
    assert list(vastus.home.iterdir()) == []


def test_a_theme_writes_the_colors_in(vastus: Instance) -> None:
    assert "var(" in vastus("figure", "sled-push").out
    flat = vastus("figure", "sled-push", "--theme", "dark", "--size", 320).out
    assert "var(" not in flat
    assert PALETTES[Theme.DARK].target in flat
    assert 'width="320"' in flat


def test_a_page_that_names_no_muscles_is_drawn_and_says_so(vastus: Instance, tmp_path: Path) -> None:
    page = re.sub(r"  • (Target|Secondary) .*\n    .*\n", "", a_page())
    (tmp_path / "page.txt").write_text(page, "utf-8")
    vastus("import", tmp_path / "page.txt")
    assert vastus("show", "plank-shove", "--json").json["target"] is None
    answer = vastus("figure", "plank-shove", "-o", tmp_path / "f.svg")
    assert "No muscles stated" in answer.out
    assert words((tmp_path / "f.svg").read_text("utf-8"))[1] == "No muscles stated."


def test_json_tells_what_was_drawn(vastus: Instance, tmp_path: Path) -> None:
    answer = vastus("figure", "backward-sled-push", "-o", tmp_path / "f.png", "--json").json
    assert answer["title"] == "Muscles worked: Backward Sled Push"
    assert set(answer["parts"].values()) == {"target", "secondary"}
    assert (answer["format"], answer["width"], answer["path"]) == ("png", 800, str(tmp_path / "f.png"))
    assert answer["bytes"] == (tmp_path / "f.png").stat().st_size
    assert answer["svg"] is None
    printed = vastus("figure", "--heat", "quads=3", "--json").json
    assert printed["legend"]["heat1"] == "1–3"
    assert printed["svg"].startswith("<svg")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "needs something to draw"),
        (("sled-push", "--muscles", "quads=2"), "of one thing"),
        (("--muscles", "quads=2", "--heat", "quads=2"), "of one thing"),
        (("--muscles", "quds=2"), "did you mean quads"),
        (("--muscles", "core=2"), "did you mean abs"),
        (("--muscles", "bicep femoris=2"), "did you mean biceps_femoris"),
        (("--muscles", "zzz=2"), "vastus vocabulary muscles"),
        (("--muscles", "quads"), "no name and number"),
        (("--muscles", "quads=2,"), "no name and number"),
        (("--muscles", ""), "no name and number"),
        (("--muscles", "quads=two"), "'two' for quads is no number"),
        (("--muscles", "quads=3"), "level of quads is 2, 1 or 0"),
        (("--muscles", "quads=1.5"), "level of quads is 2, 1 or 0"),
        (("--muscles", "quads=2,quads=1"), "given twice"),
        (("--muscles", "quads=2,quadriceps=1"), "given twice"),
        (("--heat", "quads=-1"), "0 or more"),
        (("--heat", "quads=nan"), "0 or more"),
        (("--heat", "quads=inf"), "0 or more"),
        (("--heat", "quads=1e12"), "0.001 and 1,000,000,000"),
        (("--heat", "vastus lateralis=3"), "belongs to quads"),
        (("--heat", "tibialis anterior=3"), "none of the groups"),
        (("--heat", "quads=1", "--scale", "log"), "sets and range"),
        (("sled-push", "--scale", "sets"), "belongs to --heat"),
        (("sled-push", "--theme", "blue"), "light and dark"),
        (("sled-push", "--sex", "x"), "male and female"),
        (("sled-push", "--size", "15"), "16 to 4096"),
        (("sled-push", "--size", "9999"), "16 to 4096"),
        (("sled-push", "--size", "big"), "no whole number"),
        (("sled-push", "-o", "f.gif"), "no .svg or .png"),
        (("sled-push", "-o", "f"), "no .svg or .png"),
        (("sled-push", "-o", ""), "no .svg or .png"),
    ],
)
def test_wrong_use_is_one_sentence(
    vastus: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert said in vastus("figure", *arguments, code=2).err
    assert sorted(tmp_path.iterdir()) == before


def test_an_unknown_exercise_is_a_failed_job_with_a_guess(vastus: Instance) -> None:
    assert "did you mean sled-push" in vastus("figure", "sled-pusj", code=1).err


def test_a_place_that_is_not_there_is_told_and_nothing_is_left(vastus: Instance, tmp_path: Path) -> None:
    assert "there is no folder" in vastus("figure", "sled-push", "-o", tmp_path / "no" / "f.svg", code=2).err
    (tmp_path / "folder.svg").mkdir()
    assert "is a folder" in vastus("figure", "sled-push", "-o", tmp_path / "folder.svg", code=2).err
    assert "cannot be written" in vastus("figure", "sled-push", "-o", f"/proc/{'x' * 9}.svg", code=1).err
    assert "cannot be written" in vastus("figure", "sled-push", "-o", tmp_path / f"{'x' * 300}.svg", code=1).err
    assert not (tmp_path / "no").exists()
    assert list((tmp_path / "folder.svg").iterdir()) == []


def test_an_older_file_is_replaced_whole_or_left_alone(vastus: Instance, tmp_path: Path) -> None:
    target = tmp_path / "f.svg"
    target.write_text("old", "utf-8")
    vastus("figure", "sled-pusj", "-o", target, code=1)
    assert target.read_text("utf-8") == "old"
    vastus("figure", "sled-push", "-o", target)
    assert words(target.read_text("utf-8"))[0] == "Muscles worked: Sled Push"
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == ["f.svg"]


def test_a_files_name_may_be_any_bytes(vastus: Instance, tmp_path: Path) -> None:
    target = os.fsdecode(os.fsencode(tmp_path) + b"/\xe4.svg")
    assert "\ufffd.svg: Target" in vastus("figure", "sled-push", "-o", target).out
    assert Path(target).exists()


def test_the_package_refuses_what_the_command_refuses() -> None:
    with pytest.raises(UsageError, match="of one thing"):
        draw()
    with pytest.raises(UsageError, match="of one thing"):
        draw(muscles={}, heat={})
    with pytest.raises(UnknownExercise):
        draw("sled-pusj")
