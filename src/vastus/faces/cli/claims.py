"""Claims in a terminal: a quiet list by verdict, each with what the verdict rests on and the numbers to redo it by."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vastus.domain.claim import Claim, Verdict
from vastus.faces.claims import BASIS_WORDS, VERDICT_SIGNS, VERDICT_WORDS, by_verdict, number_words

_STYLES = {
    Verdict.CONTRADICTED: "bold red",
    Verdict.DEPENDS: "bold yellow",
    Verdict.SUPPORTED: "bold green",
    Verdict.UNTESTED: "bold dim",
    Verdict.OPINION: "bold blue",
}


def claims(found: Iterable[Claim]) -> RenderableType:
    """All claims of one page."""
    parts: list[RenderableType] = [Text("What it claims", style="bold underline")]
    for verdict, kept in by_verdict(found).items():
        parts.append(Text(f"{VERDICT_SIGNS[verdict]} {VERDICT_WORDS[verdict]}", style=_STYLES[verdict]))
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        for claim in kept:
            table.add_row(claim.kind.replace("_", " "), _claim(claim))
        parts.append(Padding(table, (0, 0, 0, 2)))
    return Padding(Group(*parts), (1, 0, 0, 2))


def _claim(claim: Claim) -> Text:
    text = Text(claim.says)
    text.append(f"  {claim.where}", style="dim italic")
    text.append(f"\n{BASIS_WORDS[claim.basis.kind]}: ", style="dim bold")
    text.append(claim.basis.text, style="dim")
    if claim.basis.numbers:
        numbers = ", ".join(number_words(name, value) for name, value in claim.basis.numbers.items())
        text.append(f"\n= {numbers}", style="dim")
    return text
