"""The Python face: read pages, look into the shipped library, draw; without a database or a server."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding, Page
from vastus.draw.drawing import Sex
from vastus.draw.figure import Figure
from vastus.draw.heat import Scale
from vastus.draw.stylesheet import figure_stylesheet
from vastus.errors import UnknownExercise, UsageError
from vastus.parse.forms import form_named
from vastus.reference.vocabulary import vocabularies
from vastus.settings import shipped_library
from vastus.usecases.draw_figure import draw_exercise, draw_heat, draw_muscles, one_of
from vastus.usecases.load_library import read_library
from vastus.usecases.read_pages import ReadExercise, read_pages
from vastus.usecases.sled_inputs import NAMES

if TYPE_CHECKING:
    from vastus.usecases.compute_sled import SledReport

__all__ = ["Figure", "Library", "Parsed", "figure", "figure_stylesheet", "library", "parse", "sled"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text holds: its exercises, findings by exercise id, and the reasons why the rest was refused."""

    exercises: tuple[Exercise, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    rejected: tuple[str, ...]


def parse(text: str, *, form: str | None = None, url: str | None = None) -> Parsed:
    r"""Read a page or a catalog, told by its content, or read as `form`.

    Args:
        text: A profile page as text or HTML, our Markdown, or the JSON of free-exercise-db, exercemus or wger.
        form: The name of a form (`vastus import --help` lists them), to override what the content says.
        url: Where the page stands, if it does not say so itself.

    Raises:
        UsageError: there is no such form.

    >>> page = "Exercise Profile\nMechanicsCompound\nEquipment RequiredSled\nForce TypePush (Bilateral)\n" \
    ...        "Plank Push Instructions\n1. Load the sled.\n2. Push until the distance is done."
    >>> exercise = parse(page).exercises[0]
    >>> exercise.name, exercise.laterality, exercise.dose.measures
    ('Plank Push', <Laterality.BILATERAL: 'bilateral'>, (<Measure.LOAD: 'load'>, <Measure.DISTANCE: 'distance'>))
    >>> parse("Hello.").rejected
    ('nothing on the page looks like an exercise',)
    """
    chosen = form_named(form) if form else None
    found = list(read_pages([Page(text, url=url)], vocabularies(), form=chosen))
    read = [each for each in found if isinstance(each, ReadExercise)]
    return Parsed(
        exercises=tuple(each.exercise for each in read),
        findings={each.exercise.id: each.findings for each in read},
        rejected=tuple(each.reason for each in found if not isinstance(each, ReadExercise)),
    )


class Library(Mapping[str, Exercise]):
    """The exercises that ship with Vastus, by id."""

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        self._exercises = exercises

    def __getitem__(self, exercise_id: str) -> Exercise:
        try:
            return self._exercises[exercise_id]
        except KeyError:
            raise UnknownExercise(exercise_id) from None

    def __contains__(self, exercise_id: object) -> bool:
        return exercise_id in self._exercises

    def __iter__(self) -> Iterator[str]:
        return iter(self._exercises)

    def __len__(self) -> int:
        return len(self._exercises)


@cache
def library() -> Library:
    """The library that ships with Vastus; read once.

    >>> library()["backward-sled-push"].target
    (<MuscleGroup.QUADS: 'quads'>,)
    """
    pages = read_library(shipped_library(), vocabularies())
    return Library({page.exercise.id: page.exercise for page in pages})


def figure(
    exercise: Exercise | str | None = None,
    *,
    muscles: Mapping[str, float] | None = None,
    heat: Mapping[str, float] | None = None,
    scale: str = "sets",
    sex: str = "male",
) -> Figure:
    """The muscle figure of an exercise, of muscles by name, or of a number per group.

    `.svg()` is a file of its own, `.embedded(id)` an element for a page that has `figure_stylesheet()`, `.png()` a
    picture. The same figure is the same bytes every time.

    Args:
        exercise: An exercise, or the id of one that ships with Vastus.
        muscles: Level by name of a group or an anatomical muscle: 2 is target, 1 secondary, 0 idle.
        heat: Number, 0 or more, by name of a group.
        scale: What the six steps of `heat` are: "sets" (0, 1-3, 4-7, 8-11, 12-15, 16 and more), "range" (zero, then
            fifths of the largest number), or "counts" (the same in whole numbers).
        sex: Whose proportions the figure has, "male" or "female".

    Raises:
        UsageError: a name, a level or a number is not allowed, or not exactly one of the three is given.
        UnknownExercise: no shipped exercise has that id.

    >>> figure("backward-sled-push").description[:29]
    'Target: Quads. Secondary: Abs'
    >>> figure(heat={"quads": 12, "chest": 4}).legend[4]
    (<Layer.HEAT_4: 'heat4'>, '12–15')
    """
    if sum(each is not None for each in (exercise, muscles, heat)) != 1:
        raise UsageError("a figure is of one thing", "give an exercise, or muscles, or heat")
    whose = one_of(Sex, sex, "sex")
    if exercise is not None:
        found = library()[exercise] if isinstance(exercise, str) else exercise
        return draw_exercise(found, vocabularies(), sex=whose)
    if muscles is not None:
        return draw_muscles(muscles, vocabularies(), sex=whose)
    return draw_heat(heat or {}, vocabularies(), scale=one_of(Scale, scale, "scale"), sex=whose)


def sled(**inputs: str | float | None) -> "SledReport":
    """What a pushed, pulled or dragged sled asks for: force, tipping, grip, lean, work; and the load that equals it.

    Inputs are those of `vastus sled`, as numbers or as texts with a unit and perhaps a range: `mass="225lb"`,
    `mu="0.33±10%"`, `angle=10` (degrees; positive presses the sled down). With `to_mu`, `to_surface` or `to` the
    report's `equal` is the load on the other side.

    Args:
        inputs: mass (kg) or sled and plates; mu or surface; mu_static, mu_at, mu_per_kg, length, cog, cog_height,
            push_at, height (m), angle, slope (degrees), accel (m/s²), athlete (kg), stature (m), shoe_mu, distance (m),
            speed (m/s); to, by, to_sled, to_mu, to_surface, to_mu_at, to_mu_per_kg, to_angle, to_slope, to_mass,
            to_rolling, hand (N), m0, to_m0.

    Raises:
        UsageError: there is no such input.
        QuantityError: a text is no number with a unit that fits.
        MechanicsError: physics that cannot be.

    >>> report = sled(mass=100, mu=0.33, height="36in", athlete=80)
    >>> round(report.answer.force_n.value), report.answer.nose.value
    (324, 'nose_heavy')
    >>> round(sled(sled=40, plates=60, mu=0.33, to_sled=40, to_mu=0.45).equal.kg.value, 1)
    33.3
    """
    from vastus.usecases.compute_sled import compute_sled  # noqa: PLC0415  # NumPy is only for this

    unknown = next((name for name in inputs if name not in NAMES), None)
    if unknown:
        raise UsageError(f"there is no input '{unknown}'", "there are " + ", ".join(NAMES))
    return compute_sled({name: value if value is None else str(value) for name, value in inputs.items()})
