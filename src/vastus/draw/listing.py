"""The list beside a figure, as HTML: what the figure shows, for whoever cannot see it or tell its colors apart."""

from collections.abc import Mapping

from vastus.domain.anatomy import MuscleGroup
from vastus.draw.levels import Level, Worked
from vastus.draw.markup import text
from vastus.draw.worked import NOT_STATED, group_label
from vastus.reference.vocabulary import Vocabularies


def worked_list(worked: Worked, known: Vocabularies) -> str:
    """Target, secondary, and the muscles named beyond the groups.

    >>> from vastus.reference.vocabulary import vocabularies
    >>> worked_list(Worked({MuscleGroup.QUADS: Level.TARGET}), vocabularies())
    '<dl class="vf-list"><dt>Target</dt><dd>Quads</dd></dl>'
    """
    if not worked.is_stated:
        return f'<p class="vf-list">{NOT_STATED.capitalize()}</p>'
    entries = [
        (word, [group_label(group, known) for group in worked.listed(level)])
        for word, level in (("Target", Level.TARGET), ("Secondary", Level.SECONDARY))
    ]
    entries.append(("Also named", [known.muscles.rows[muscle].label for muscle in worked.muscles]))
    terms = "".join(
        f"<dt>{word}</dt>{''.join(f'<dd>{text(label)}</dd>' for label in labels)}" for word, labels in entries if labels
    )
    return f'<dl class="vf-list">{terms}</dl>' if terms else '<p class="vf-list">No muscles</p>'


def heat_table(values: Mapping[MuscleGroup, float], known: Vocabularies, *, heading: str = "Sets") -> str:
    """The numbers of a heat map, most first."""
    rows = "".join(
        f'<tr><th scope="row">{text(group_label(group, known))}</th><td>{value:.10g}</td></tr>'
        for group, value in sorted(values.items(), key=lambda entry: (-entry[1], entry[0]))
    )
    head = f'<thead><tr><th scope="col">Muscle group</th><th scope="col">{text(heading)}</th></tr></thead>'
    return f'<table class="vf-list">{head}<tbody>{rows}</tbody></table>'
