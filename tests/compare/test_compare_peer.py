"""Word edits beside those of diff-match-patch, which works them out on its own: ours mark no more words."""

from pathlib import Path

from diff_match_patch import diff_match_patch

from toolkit.compare.compare import compare
from toolkit.compare.words import edits
from toolkit.library.library import read_library
from toolkit.model.change import Op
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
PAIRS = (
    ("TMAD@6.0", "TMAD@6.1U"),
    ("S1SR@4.0", "S1SR@4.4"),
    ("SRPD@3.0", "SRPD@3.1U"),
    ("DUIS@3.0", "DUIS@3.1U"),
)


def marked_by_peer(old: str, new: str) -> int:
    """Words inserted or omitted by diff-match-patch, each word coded as one character."""
    codes: dict[str, str] = {}
    coded = [
        "".join(codes.setdefault(word, chr(0xE000 + len(codes))) for word in text.split())
        for text in (old, new)
    ]
    peer = diff_match_patch()
    peer.Diff_Timeout = 0  # else the result depends on the machine
    found = peer.diff_main(coded[0], coded[1], False)
    peer.diff_cleanupSemantic(found)
    return sum(len(words) for op, words in found if op)


def marked_by_us(old: str, new: str) -> int:
    return sum(len(edit.text.split()) for edit in edits(old, new) if edit.op is not Op.SAME)


def amended_texts() -> list[tuple[str, str]]:
    library = read_library(Folder(ROOT))
    changes = [
        change
        for old, new in PAIRS
        for change in compare(library.load(old).document, library.load(new).document).changes
    ]
    return [
        (before.plain, after.plain)
        for change in changes
        if change.old and change.new and change.edits
        for before, after in zip(change.old.texts, change.new.texts, strict=False)
        if before.plain != after.plain
    ]


def test_no_more_words_are_marked_than_by_the_peer() -> None:
    texts = amended_texts()
    assert len(texts) > 30
    ours = sum(marked_by_us(old, new) for old, new in texts)
    theirs = sum(marked_by_peer(old, new) for old, new in texts)
    assert ours <= 1.05 * theirs, f"{ours} words against {theirs}"
