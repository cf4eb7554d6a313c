"""From matched tokens to edits, letter for letter: where the white space between them goes."""

from __future__ import annotations

import io
from collections.abc import Sequence

from toolkit.model.change import Edit, Op

from .runs import Run
from .tokens import Token


def marked(before: Sequence[Token], after: Sequence[Token], runs: Sequence[Run]) -> tuple[Edit, ...]:
    """The edits of two token lists whose common runs are known.

    White space stays with what stands: it is marked only where it is all that changed, or where
    nothing on the other side answers to it.
    """
    sheet = _Sheet()
    old = new = 0
    for run in [*runs, Run(len(before), len(after), 0)]:
        sheet.omitted += [token.word + token.space for token in before[old : run.old]]
        sheet.inserted += [token.word + token.space for token in after[new : run.new]]
        for here, there in zip(before[run.old : run.old_end], after[run.new : run.new_end], strict=True):
            sheet.keep(here.word, here.space, there.space)
        old, new = run.old_end, run.new_end
    return sheet.finish()


class _Sheet:
    """Edits in the making. Omitted and inserted text waits until the next word that stands."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self.same = io.StringIO()
        self.omitted: list[str] = []
        self.inserted: list[str] = []

    def keep(self, word: str, old_space: str, new_space: str) -> None:
        """A word that stands, with the white space after it on both sides."""
        self._settle()
        self.same.write(word)
        self.omitted.append(old_space)
        self.inserted.append(new_space)

    def finish(self) -> tuple[Edit, ...]:
        self._settle()
        self._add(Op.SAME, self.same.getvalue())
        return tuple(self.edits)

    def _settle(self) -> None:
        """Write out what waits, keeping the white space that both sides begin or end with."""
        omitted, inserted = "".join(self.omitted), "".join(self.inserted)
        self.omitted, self.inserted = [], []
        if omitted == inserted:
            self.same.write(omitted)
            return
        start = _shared_space(omitted, inserted)
        self.same.write(omitted[:start])
        omitted, inserted = omitted[start:], inserted[start:]
        end = _shared_space(omitted[::-1], inserted[::-1])
        self._add(Op.SAME, self.same.getvalue())
        self._add(Op.OMIT, omitted[: len(omitted) - end])
        self._add(Op.INSERT, inserted[: len(inserted) - end])
        self.same = io.StringIO()
        self.same.write(omitted[len(omitted) - end :])

    def _add(self, op: Op, text: str) -> None:
        if text:
            self.edits.append(Edit(op, text))


def _shared_space(left: str, right: str) -> int:
    """How much white space both begin with."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((n for n, (a, b) in pairs if a != b or not a.isspace()), min(len(left), len(right)))
