"""The list beside a figure says the same as the figure, escaped."""

from vastus.domain.anatomy import Muscle, MuscleGroup
from vastus.draw.levels import Level, Worked, worked_by
from vastus.draw.listing import worked_list
from vastus.draw.markup import attribute, text
from vastus.faces.python import library
from vastus.reference.vocabulary import vocabularies

KNOWN = vocabularies()


def test_target_secondary_and_what_is_named_beyond_them() -> None:
    listed = worked_list(worked_by(library()["backward-sled-push"], KNOWN.muscles), KNOWN)
    assert listed.startswith('<dl class="vf-list"><dt>Target</dt><dd>Quads</dd><dt>Secondary</dt><dd>Abs</dd>')
    assert listed.endswith("<dt>Also named</dt><dd>tibialis anterior</dd></dl>")


def test_fascia_is_said_to_be_fascia() -> None:
    assert "<dd>IT Band (fascia)</dd>" in worked_list(Worked({MuscleGroup.IT_BAND: Level.TARGET}), KNOWN)


def test_silence_and_none_are_told_apart() -> None:
    assert worked_list(Worked(is_stated=False), KNOWN) == '<p class="vf-list">No muscles stated</p>'
    assert worked_list(Worked(), KNOWN) == '<p class="vf-list">No muscles</p>'
    assert "<dd>soleus</dd>" in worked_list(Worked(muscles={Muscle.SOLEUS: Level.TARGET}), KNOWN)


def test_markup_holds_any_words() -> None:
    assert text("<b>\n\x00&") == "&lt;b&gt; \ufffd&amp;"
    assert attribute("\"'<&\x1b") == '"&quot;&#x27;&lt;&amp;\ufffd"'
