"""The sled calculator: what a sled asks for, which load equals it, friction measured, speed against load."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vastus.domain.gear import PARTS, GearKind
from vastus.errors import UsageError
from vastus.faces.cli.help import Branch, Command
from vastus.faces.cli.options import AsJson
from vastus.faces.cli.parts import Parts
from vastus.faces.cli.terminal import readable, terminal
from vastus.usecases.sled_inputs import BASES, INPUTS, OWN, TARGET_INPUTS, TARGETS, Input

if TYPE_CHECKING:
    from vastus.usecases.keep_gear import Kept
    from vastus.usecases.own_gear import WithOwn

_Surface = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="A surface in place of --mu: turf_gym, grass, …; 'vastus sled surfaces'."),
]
_Losses = Annotated[
    list[str] | None, typer.Option("--loss", metavar="SHARE", help="A velocity loss, such as 50% (default: 10 to 75%).")
]
_MySled = Annotated[str | None, typer.Option(metavar="NAME", help=f"{OWN['my_sled']}; 'vastus sled mine'.")]
_MySurface = Annotated[str | None, typer.Option(metavar="NAME", help=f"{OWN['my_surface']}.")]
_ToMySurface = Annotated[str | None, typer.Option(metavar="NAME", help=f"{OWN['to_my_surface']}.")]
_MOST_BYTES = 5_000_000


def register(app: typer.Typer) -> None:
    """Add the commands."""
    branch = typer.Typer(cls=Branch, invoke_without_command=True, rich_markup_mode=None)
    branch.callback(cls=Branch, invoke_without_command=True)(_taking(INPUTS.values(), TARGET_INPUTS.values())(sled))
    for name, command in (
        ("equal", _taking(INPUTS.values(), TARGET_INPUTS.values())(equal)),
        ("keep", _taking(INPUTS[name] for kind in GearKind for name in PARTS[kind])(keep)),
        ("mine", mine),
        ("forget", forget),
        ("calibrate", calibrate),
        ("profile", profile),
        ("surfaces", surfaces),
    ):
        branch.command(name, cls=Command)(command)
    app.add_typer(branch, name="sled", rich_help_panel="Look things up")


def _taking(*tables: Iterable[Input]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command an option for each input, as Typer reads them from a signature; they arrive as texts by name."""

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(command)
        own = [each for each in signature.parameters.values() if each.kind is not inspect.Parameter.VAR_KEYWORD]
        options = [
            inspect.Parameter(
                each.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=None,
                annotation=Annotated[
                    str | None, typer.Option(each.option, metavar=_metavar(each), help=f"{each.about}.")
                ],
            )
            for table in tables
            for each in table
        ]

        def called(**values: Any) -> None:  # noqa: ANN401  # what Typer reads
            command(**values)

        called.__doc__ = command.__doc__
        called.__name__ = command.__name__
        kept = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own]
        called.__signature__ = signature.replace(parameters=[*options, *kept])  # type: ignore[attr-defined]  # PEP 362
        called.__annotations__ = {each.name: each.annotation for each in (*options, *kept)}
        return called

    return with_options


def _metavar(each: Input) -> str:
    return each.unit.upper() or "NUMBER"


def sled(
    context: typer.Context,
    surface: _Surface = None,
    to: Annotated[
        str | None, typer.Option(metavar="WHAT", help=f"What it is compared with: {', '.join(TARGETS)}.")
    ] = None,
    to_surface: Annotated[str | None, typer.Option(metavar="NAME", help="The surface there.")] = None,
    by: Annotated[str | None, typer.Option(metavar="HOW", help=f"What is equal: {' or '.join(BASES)}.")] = None,
    my_sled: _MySled = None,
    my_surface: _MySurface = None,
    to_my_surface: _ToMySurface = None,
    as_json: AsJson = False,  # an option
    **entered: str | None,
) -> None:
    """Compute what a pushed, pulled or dragged sled asks for.

    The push that keeps it moving and the one that starts it, whether its nose digs in or it tips, whether the feet
    hold, how far the body leans, work and power; with a range wherever an input has one. Numbers may carry a unit
    (225lb, 36in) and a range (0.30..0.36, 0.33±10%); bare ones are kg, m, degrees, m/s, N.
    """
    if context.invoked_subcommand is not None:
        words = {"surface": surface, "to": to, "my_sled": my_sled, "my_surface": my_surface}
        given = [name for name, value in {**words, **entered}.items() if value is not None]
        if given:
            raise UsageError(
                f"--{given[0].replace('_', '-')} stands before '{context.invoked_subcommand}'",
                f"write it behind: vastus sled {context.invoked_subcommand} --{given[0].replace('_', '-')} …",
            )
        return
    from vastus.usecases.compute_sled import compute_sled  # NumPy is only for this

    told = _told(
        context, entered, surface=surface, to=to, to_surface=to_surface, by=by,
        my_sled=my_sled, my_surface=my_surface, to_my_surface=to_my_surface,
    )  # fmt: skip
    report = compute_sled(told.entered)
    if as_json:
        from vastus.faces.json_sled import sled_json  # as above

        terminal.json(sled_json(report, told.used))
        return
    from vastus.faces.cli.sled_page import sled_page  # rich is only for people

    terminal.out.print(sled_page(report, told.used))


def equal(
    context: typer.Context,
    surface: _Surface = None,
    to: Annotated[
        str | None, typer.Option(metavar="WHAT", help=f"What the load is for: {', '.join(TARGETS)} (default: sled).")
    ] = None,
    to_surface: Annotated[
        str | None, typer.Option(metavar="NAME", help="The surface there; for a car: asphalt, gravel_rolled, soil, …")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="HOW", help=f"What is equal: {' or '.join(BASES)} (default: force).")
    ] = None,
    my_sled: _MySled = None,
    my_surface: _MySurface = None,
    to_my_surface: _ToMySurface = None,
    as_json: AsJson = False,  # an option
    **entered: str | None,
) -> None:
    """Find the load on another surface or implement that asks for as much.

    By force: the same push. By velocity loss: the same share of the load at which you come to a stop. The range is the
    root of squares of the inputs' relative ranges.
    """
    from vastus.usecases.compute_sled import compute_equal  # NumPy is only for this

    told = _told(
        context, entered, surface=surface, to=to, to_surface=to_surface, by=by,
        my_sled=my_sled, my_surface=my_surface, to_my_surface=to_my_surface,
    )  # fmt: skip
    report = compute_equal(told.entered)
    if as_json:
        from vastus.faces.json_sled import equal_json  # as above

        terminal.json(equal_json(report, told.used))
        return
    from vastus.faces.cli.sled_page import equal_page  # rich is only for people

    terminal.out.print(equal_page(report, told.used))


def _told(context: typer.Context, numbers: Mapping[str, str | None], **words: str | None) -> "WithOwn":
    """The inputs with those of the own sleds and surfaces that they name; the library is opened for none."""
    from vastus.usecases.own_gear import WithOwn, with_own  # as its callers

    entered = {**numbers, **words}
    if not any(entered.get(name) for name in OWN):
        return WithOwn(entered, {})
    parts: Parts = context.obj
    return with_own(entered, parts.reader)


def keep(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it: 'Prowler', 'Garage floor'.")],
    kind: Annotated[str, typer.Option("--as", metavar="sled|surface", help="What it is.")],
    as_json: AsJson = False,  # an option
    **entered: str | None,
) -> None:
    """Keep a sled or a surface of yours under a name, for --my-sled and --my-surface.

    A sled is its empty mass, its length, where its center of mass is and where you push; a surface is friction, which
    'vastus sled calibrate --keep NAME' measures. What had the name is replaced.
    """
    from vastus.usecases.keep_gear import keep_entered  # NumPy is only for this

    if kind in PARTS:
        foreign = next((each for each, text in entered.items() if text and each not in PARTS[GearKind(kind)]), None)
        if foreign is not None:
            raise UsageError(f"{INPUTS[foreign].option} is no part of a {kind}", "keep sled and surface one by one")
    parts: Parts = context.obj
    kept = keep_entered(kind, name, entered, parts.store, now=parts.now())
    if as_json:
        import msgspec  # only for --json

        from vastus.faces.json_sled import gear_object  # as above

        terminal.json(msgspec.json.encode({"kept": gear_object(kept.gear), "replaced": kept.before is not None}))
        return
    terminal.text(_kept_words(kept))


def _kept_words(kept: "Kept") -> str:
    from vastus.faces.sled_words import part_words  # not for --json

    again = "kept in place of what it was" if kept.before else "kept"
    return f"{kept.gear.name}: {part_words(kept.gear)}; {again}, use it with --my-{kept.gear.kind}\n"


def mine(context: typer.Context, as_json: AsJson = False) -> None:  # an option
    """List the sleds and surfaces that you keep."""
    parts: Parts = context.obj
    found = parts.reader.gear()
    if as_json:
        from vastus.faces.json_sled import gear_json  # only for --json

        terminal.json(gear_json(found))
        return
    from vastus.faces.cli.sled_page import gear_page  # rich is only for people

    terminal.out.print(gear_page(found))


def forget(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Which of yours.")],
    as_json: AsJson = False,  # an option
) -> None:
    """Forget a sled or a surface of yours."""
    from vastus.usecases.own_gear import forget_gear  # as above

    parts: Parts = context.obj
    gear = forget_gear(name, parts.store)
    if as_json:
        import msgspec  # only for --json

        from vastus.faces.json_sled import gear_object  # as above

        terminal.json(msgspec.json.encode({"forgotten": gear_object(gear)}))
        return
    terminal.text(f"{gear.name}, a {gear.kind}, is forgotten\n")


def calibrate(
    context: typer.Context,
    mass: Annotated[str | None, typer.Option(metavar="KG", help="Sled and plates together.")] = None,
    pull: Annotated[
        list[str] | None,
        typer.Option(metavar="READING", help="What a luggage scale shows while it slides: 35, 77lb, 343N; repeat it."),
    ] = None,
    peak: Annotated[
        list[str] | None, typer.Option(metavar="READING", help="What it shows when the sled starts to move; repeat it.")
    ] = None,
    angle: Annotated[
        str | None, typer.Option("--angle", "--rope", metavar="DEG", help="How steeply the rope rises (default 0).")
    ] = None,
    glide: Annotated[
        list[str] | None,
        typer.Option(metavar="SPEED:DISTANCE", help="In place of a scale: how far it glides when let go, 2:0.62."),
    ] = None,
    tilt: Annotated[
        list[str] | None, typer.Option(metavar="DEG", help="The ramp's angle at which it slips, for static friction.")
    ] = None,
    runs: Annotated[
        str | None, typer.Option(metavar="A.csv", help="Timed runs on a surface whose friction you know …")
    ] = None,
    other_runs: Annotated[
        str | None, typer.Option(metavar="B.csv", help="… and of the same athlete on another: how the two compare.")
    ] = None,
    mu: Annotated[str | None, typer.Option(metavar="NUMBER", help="The friction that you know, with --runs.")] = None,
    keep: Annotated[
        str | None, typer.Option("--keep", metavar="NAME", help="Keep it as a surface of yours, for --my-surface.")
    ] = None,
    as_json: AsJson = False,  # an option
) -> None:
    """Measure friction with a luggage scale, a glide, a ramp, or timed runs on two surfaces.

    Pull slowly and steadily and read the plateau; three to five readings, and at two loads, because friction falls with
    load.
    """
    from vastus.usecases.measure_sled import calibrate_sled, compare_runs  # NumPy is only for this

    if runs is not None or other_runs is not None:
        if runs is None or other_runs is None:
            raise UsageError("runs on one surface give no friction", "give --runs and --other-runs of the same athlete")
        if pull or peak or glide or tilt:
            raise UsageError("the same friction is measured in two ways", "calibrate them one after the other")
        if keep is not None:
            raise UsageError(
                "--keep goes with a scale or a glide", "keep it with 'vastus sled keep NAME --as surface --mu …'"
            )
        names = [(_text(each), readable(each)) for each in (runs, other_runs)]
        compared = compare_runs(names[0], names[1], mu=mu)
        if as_json:
            from vastus.faces.json_sled import compared_json  # as above

            terminal.json(compared_json(compared))
            return
        from vastus.faces.cli.sled_page import compared_page  # rich is only for people

        terminal.out.print(compared_page(compared))
        return
    if mu is not None:
        raise UsageError("--mu belongs to --runs", "a scale measures it")
    found = calibrate_sled(
        mass=mass, pulls=pull or (), peaks=peak or (), rope=angle, glides=glide or (), tilts=tilt or ()
    )
    kept = None
    if keep is not None:
        from vastus.usecases.keep_gear import keep_measured  # only for --keep

        parts: Parts = context.obj
        kept = keep_measured(keep, found, parts.store, now=parts.now())
    if as_json:
        from vastus.faces.json_sled import calibrated_json  # as above

        terminal.json(calibrated_json(found, kept.gear if kept else None))
        return
    from vastus.faces.cli.sled_page import calibrated_page  # rich is only for people

    terminal.out.print(calibrated_page(found))
    if kept is not None:
        terminal.text(_kept_words(kept))


def profile(
    runs: Annotated[
        str, typer.Argument(metavar="RUNS.csv", help="A table with mass and speed, or mass, distance and time.")
    ],
    loss: _Losses = None,
    mu: Annotated[str | None, typer.Option(metavar="NUMBER", help="Friction, for force and power.")] = None,
    surface: _Surface = None,
    as_json: AsJson = False,  # an option
) -> None:
    """Fit how your speed falls with load, and find the load for a velocity loss.

    At least two loads, better three or more; every run as fast as you can, with rest between. Mass is sled and plates.
    """
    from vastus.usecases.measure_sled import profile_runs  # NumPy is only for this

    found = profile_runs(_text(runs), readable(runs), losses=loss or (), mu=mu, surface=surface)
    if as_json:
        from vastus.faces.json_sled import profiled_json  # as above

        terminal.json(profiled_json(found))
        return
    from vastus.faces.cli.sled_page import profiled_page  # rich is only for people

    terminal.out.print(profiled_page(found))


def surfaces(as_json: AsJson = False) -> None:  # an option
    """List the surfaces with their friction, its range, and where it comes from.

    A mark says how far a number may be trusted: V read in its source, D derived, M general knowledge, A our judgement.
    """
    from vastus.usecases.compute_sled import grounds, surface_names  # not for others

    if as_json:
        import msgspec  # only for --json

        from vastus.faces.json_sled import fact_object  # as above

        rows = {"surfaces": surface_names(), "grounds": grounds()}
        terminal.json(
            msgspec.json.encode({name: [fact_object(each) for each in found] for name, found in rows.items()})
        )
        return
    from vastus.faces.cli.sled_page import surfaces_page  # rich is only for people

    terminal.out.print(surfaces_page(surface_names(), grounds()))


def _text(name: str) -> str:
    """A table that a person names; '-' is standard input."""
    import sys  # only here
    from pathlib import Path  # as above

    hint = "name a CSV file, or '-' for standard input"
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_MOST_BYTES + 1)
        else:
            path = Path(name)
            if not path.is_file():
                what = "it is a folder" if path.is_dir() else "there is no such file"
                raise UsageError(f"{readable(name)}: {what}", hint)
            with path.open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{readable(name)}: {reason.lower()}", hint) from error
    if len(data) > _MOST_BYTES:
        raise UsageError(
            f"{readable(name)} is larger than {_MOST_BYTES // 1_000_000} MB", "a profile needs a handful of runs"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{readable(name)} is no text in UTF-8", "save it as CSV in UTF-8") from None
