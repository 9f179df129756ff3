"""The stage itself: a draft in, an exercise and its findings out."""

from collections.abc import Sequence
from typing import cast

from msgspec.structs import replace

from vastus.domain.exercise import SLUG, Exercise, Relation, RelationKind, StepKind, Tip, TipKind
from vastus.domain.page import Draft, Finding, Item, Severity, Words
from vastus.errors import ProfileError
from vastus.profile.contraction import read_contraction
from vastus.profile.fields import read_fields
from vastus.profile.goals import read_uses
from vastus.profile.movement import read_movement
from vastus.profile.relations import read_relations
from vastus.profile.slug import slug
from vastus.profile.stated import read_stated
from vastus.profile.stated_items import readable_items
from vastus.profile.steps import read_dose, read_steps
from vastus.profile.swaps import read_swaps
from vastus.profile.tips import read_tips
from vastus.prose.passage import passage
from vastus.reference.vocabulary import Vocabularies


def build_exercise(draft: Draft, known: Vocabularies) -> tuple[Exercise, tuple[Finding, ...]]:
    """The exercise of a draft, and everything that a reader of the page should look at.

    A page of our own form states most fields; for any other page the words are understood by rules. Nothing stated is
    overridden by a rule.

    Raises:
        ProfileError: the draft's parts do not make an exercise at all (a name that is blank, say).
    """
    profile = read_fields(draft.fields, known)
    findings = [*draft.findings, *profile.findings]
    exercise_id = _stated_id(draft, findings)
    stated, wrong = read_stated(draft.stated, exercise_id)
    findings += wrong
    own = "id" in draft.stated or draft.source.form == "markdown"
    instructions, wrong_steps = readable_items(draft.instructions, StepKind, known)
    tip_items, wrong_tips = readable_items(draft.tips, TipKind, known)
    findings += [*wrong_steps, *wrong_tips]
    printed = profile.printed
    values: dict[str, object] = {}
    try:
        prose = [passage(item.words) for item in instructions]
        steps = read_steps(instructions, prose)
        tips = read_tips(tip_items)
        if not own:
            values = _understood(draft, exercise_id, tips)
            values |= {"dose": read_dose(prose, steps), "movement": read_movement(prose)}
        else:
            printed = {**cast("dict[str, str]", stated.pop("printed", {})), **_unread(printed, findings)}
        values |= stated
        exercise = Exercise(
            id=exercise_id,
            name=draft.name.text,
            aliases=tuple(dict.fromkeys(alias.text for alias in draft.aliases)),
            type=profile.type,
            equipment=profile.equipment,
            mechanics=profile.mechanics,
            force=profile.force,
            laterality=profile.laterality,
            level=profile.level,
            target=profile.target,
            secondary=profile.secondary,
            overview="\n\n".join(words.text for words in draft.overview) or None,
            instructions=steps,
            tips=tips,
            sections=draft.sections,
            printed=printed,
            source=draft.source,
            **values,  # type: ignore[arg-type]  # each value was built with its field's own type
        )
    except ValueError as error:
        raise ProfileError(f"{draft.name.text or 'a page without a name'}: {error}") from error
    return exercise, tuple(findings)


def _stated_id(draft: Draft, findings: list[Finding]) -> str:
    stated = draft.stated.get("id")
    if stated is None:
        return slug(draft.name.text)
    if isinstance(stated, str) and SLUG.fullmatch(stated):
        return stated
    found = slug(str(stated))
    findings.append(
        Finding(
            rule="wrong-value",
            field="id",
            severity=Severity.WARNING,
            message=f"'{stated}' is no id; '{found}' was taken",
            hint="an id is lower-case words joined by hyphens",
        )
    )
    return found


def _unread(printed: dict[str, str], findings: Sequence[Finding]) -> dict[str, str]:
    """Of a page of our own form, only the words that could not be read are worth keeping beside the ids."""
    doubtful = {
        finding.field for finding in findings if finding.rule in ("unknown-value", "near-value", "several-values")
    }
    named = {"target", "secondary", "equipment", "type", "mechanics", "force", "laterality", "level"}
    return {name: words for name, words in printed.items() if name in doubtful or name not in named}


def _understood(draft: Draft, exercise_id: str, tips: Sequence[Tip]) -> dict[str, object]:
    """What rules make of overview and tips."""
    overview = [passage(words) for words in draft.overview]
    tip_words = list(_all_words(draft.tips))
    programming = [item.words for item, tip in zip(draft.tips, tips, strict=True) if tip.kind is TipKind.PROGRAMMING]
    relations = [*_catalog_relations(draft, exercise_id), *read_relations(overview, exercise_id)]
    kept = {(relation.kind, relation.to): relation for relation in relations}
    return {
        "uses": read_uses(overview, programming),
        "relations": tuple(kept.values()),
        "swaps": read_swaps(tips),
        "contraction": read_contraction([*draft.overview, *tip_words]),
    }


def _all_words(items: Sequence[Item]) -> list[Words]:
    return [words for item in items for words in (item.words, *_all_words(item.children))]


def _catalog_relations(draft: Draft, exercise_id: str) -> list[Relation]:
    return [
        Relation(RelationKind.VARIATION_OF, to)
        for field in draft.fields
        if field.name == "variation_of"
        for value in field.values
        if (to := slug(value.text)) != exercise_id
    ]


def with_id(exercise: Exercise, exercise_id: str) -> Exercise:
    """The exercise under another id, without a relation to itself."""
    if exercise_id == exercise.id:
        return exercise
    relations = tuple(relation for relation in exercise.relations if relation.to != exercise_id)
    return replace(exercise, id=exercise_id, relations=relations)
