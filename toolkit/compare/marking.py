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
    nothing on the other side answers to it. Tokens of a run that differ stand for each other, and the
    edits of these are consequential.
    """
    sheet = _Sheet()
    old = new = 0
    for run in [*runs, Run(len(before), len(after), 0)]:
        sheet.change(before[old : run.old], after[new : run.new])
        for here, there in zip(before[run.old : run.old_end], after[run.new : run.new_end], strict=True):
            sheet.keep(here, there)
        old, new = run.old_end, run.new_end
    return sheet.finish()


class _Sheet:
    """Edits in the making. Omitted and inserted text waits until the next word that stands."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self.same = io.StringIO()
        self.omitted: list[str] = []
        self.inserted: list[str] = []
        self.follows = False
        """Whether all that waits is a token that stands for another, and space."""

    def keep(self, here: Token, there: Token) -> None:
        """A word that stands, or stands for another, with the white space after it on both sides."""
        if here.word == there.word:
            self._settle()
            self.same.write(here.word)
        else:
            self.follows = self._part() or self.follows
            self.omitted.append(here.word)
            self.inserted.append(there.word)
        self.omitted.append(here.space)
        self.inserted.append(there.space)

    def change(self, gone: Sequence[Token], come: Sequence[Token]) -> None:
        """Words that were taken out, and words that were put in for them."""
        if not gone and not come:
            return
        if self.follows:
            self._part()
            self.follows = False
        self.omitted += [token.word + token.space for token in gone]
        self.inserted += [token.word + token.space for token in come]

    def finish(self) -> tuple[Edit, ...]:
        self._settle()
        self._add(Op.SAME, self.same.getvalue())
        return tuple(self.edits)

    def _part(self) -> bool:
        """Write out what waits, if white space that stands parts it from what comes next."""
        omitted, inserted = "".join(self.omitted), "".join(self.inserted)
        end = _shared_space(omitted[::-1], inserted[::-1])
        if omitted != inserted and not end:
            return False
        self._settle(min(end, len(omitted), len(inserted)))
        return True

    def _settle(self, end: int = 0) -> None:
        """Write out what waits, keeping the white space that both sides begin or end with.

        `end` is how much white space must stand at the end.
        """
        omitted, inserted = "".join(self.omitted), "".join(self.inserted)
        self.omitted, self.inserted = [], []
        follows, self.follows = self.follows, False
        if omitted == inserted:
            self.same.write(omitted)
            return
        start = _shared_space(omitted[: len(omitted) - end], inserted[: len(inserted) - end])
        self.same.write(omitted[:start])
        omitted, inserted = omitted[start:], inserted[start:]
        end = _shared_space(omitted[::-1], inserted[::-1])
        self._add(Op.SAME, self.same.getvalue())
        self._add(Op.OMIT, omitted[: len(omitted) - end], follows)
        self._add(Op.INSERT, inserted[: len(inserted) - end], follows)
        self.same = io.StringIO()
        self.same.write(omitted[len(omitted) - end :])

    def _add(self, op: Op, text: str, follows: bool = False) -> None:
        if text:
            self.edits.append(Edit(op, text, follows))


def _shared_space(left: str, right: str) -> int:
    """How much white space both begin with."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((n for n, (a, b) in pairs if a != b or not a.isspace()), min(len(left), len(right)))
