from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import DATA, ID, IN_TIME, LATE, answer, response, sample, theme
from strategies import laws

from toolkit.consult.analysis import Analysis
from toolkit.consult.check_responses import check_responses
from toolkit.consult.counted import counted
from toolkit.consult.read_analysis import read_analysis
from toolkit.consult.read_response import read_response
from toolkit.consult.response import Answer, Channel, Confidentiality, Response
from toolkit.consult.response_fields import clean
from toolkit.consult.response_folder import read_responses
from toolkit.consult.stance import Organisation, Stance
from toolkit.consult.write_response import write_response
from toolkit.source.files import Folder

RIGHT = """\
respondent: Alder Energy
organisation: Energy supplier
contact: Ann, ann@alder.example
received: 2020-09-03 15:20
channel: e-mail
answers:
  - question: date
    stance: Support
    text: Yes.
  - question: colours
    stance: Object in part
    themes: [red]
    confidentiality: part
    reason: The number is ours.
    redacted: Less […] please.
    text: Less than 40 please.
general: {text: Thank you.}
"""
ANALYSIS = """\
outcomes:
  - {question: colours, conclusion: It is kept.}
themes:
  - id: red
    question: colours
    topic: red
    view: asked for red
    reply: No.
    standing: disagreed
    made: {TOY: [1.2, {definition: Ball}]}
"""


def changed(old: str, new: str, text: str = RIGHT) -> str:
    assert old in text, old
    return text.replace(old, new, 1)


def test_a_right_response() -> None:
    read, found = read_response(RIGHT.encode(), "r.yaml", "alder", sample())
    assert found == () and read is not None
    assert [one.question for one in read.answers] == ["colours", "date"]  # in the order of the questions
    colours = read.answers[0]
    assert (colours.stance, colours.themes) == (Stance.PARTLY_OBJECT, ("red",))
    assert colours.public_text == "Less […] please."
    assert read.general is not None and read.general.text == "Thank you."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (changed("organisation: Energy supplier", "organisation: Bank"), "2:15 S045"),
        (changed("respondent: Alder Energy\n", ""), "1:1 S045"),
        (changed("stance: Support", "stance: Perhaps"), "8:13 S045"),
        (changed("received: 2020-09-03 15:20", "received: 2020-09-03"), "4:11 S045"),
        (changed("received: 2020-09-03 15:20\n", ""), "1:1 P152"),
        (changed("channel: e-mail\n", ""), "1:1 P152"),
        (changed("channel: e-mail", "channel: fax"), "5:10 S045"),
        (changed("question: date", "question: dates"), "7:15 P141"),
        (changed("question: date", "question: colours"), "10:15 P105"),
        (changed("contact:", "contacts:"), "3:1 S045"),
        (changed("confidentiality: part", "confidentiality: whole"), "10:5 S045"),
        (changed("themes: [red]", "themes: [Red]"), "12:14 S045"),
        (RIGHT + "original: ../../secret\n", "18:11 S045"),
        (RIGHT + "replaces: ../x\n", "18:11 S045"),
        (RIGHT + "confidential: perhaps\n", "18:15 S045"),
        ("- a\n", "1:1 S045"),
    ],
)  # fmt: skip
def test_every_error_of_a_response_has_line_and_column(text: str, place: str) -> None:
    _, found = read_response(text.encode(), "r.yaml", "alder", sample())
    assert found
    assert f"{found[0].place.line}:{found[0].place.column} {found[0].code}" == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (ANALYSIS, ""),
        (changed("question: colours, c", "question: colour, c", ANALYSIS), "2:16 P141"),
        (changed("question: colours\n", "question: x\n", ANALYSIS), "5:15 P141"),
        (changed("view: asked for red", "view: Asked for red", ANALYSIS), "7:11 S045"),
        (changed("view: asked for red", "view: asked for red.", ANALYSIS), "7:11 S045"),
        (changed("standing: disagreed", "standing: open", ANALYSIS), "9:15 S045"),
        (changed("{TOY:", "{TOYS:", ANALYSIS), "10:19 P106"),
        (changed("{definition: Ball}", "{word: Ball}", ANALYSIS), "10:24 S045"),
        (ANALYSIS + "    change: red\n", "11:13 P106"),
        (ANALYSIS + "    within: blue\n", "11:13 P142"),
        (ANALYSIS + "    within: red\n", "11:13 P142"),
        (ANALYSIS + ANALYSIS.partition("themes:\n")[2], "11:9 P105"),
    ],
)
def test_every_error_of_an_analysis_has_line_and_column(text: str, place: str) -> None:
    _, found = read_analysis(text.encode(), "analysis.yaml", sample())
    assert (f"{found[0].place.line}:{found[0].place.column} {found[0].code}" if found else "") == place


def test_a_part_belongs_to_the_question_of_its_whole() -> None:
    parts = ANALYSIS + (
        "  - {id: hue, question: date, topic: hue, view: asked, reply: No., standing: noted, within: red}\n"
    )
    _, found = read_analysis(parts.encode(), "analysis.yaml", sample())
    assert [one.code for one in found] == ["P143"]


RED, BLUE = theme("red"), theme("blue", "date")
PART = theme("scarlet", within="red")
RAISED = (response("a", answer(themes=("red",)), answer("date", themes=("blue",))),)


@pytest.mark.parametrize(
    ("responses", "themes", "codes"),
    [
        (RAISED, (RED, BLUE), []),
        ((response("a", answer(themes=("green",))),), (), ["P142"]),
        ((response("a", answer(themes=("blue",))),), (BLUE,), ["P143"]),
        ((response("a", answer(themes=("scarlet",))),), (PART, RED), ["P144", "P148"]),
        ((response("a", answer(themes=("red", "scarlet"))),), (RED, PART), []),
        ((response("a", answer()),), (RED,), ["P144"]),
        ((response("a", answer(themes=("red",)), at=LATE),), (RED,), ["P144", "P146"]),
        ((response("a", answer(themes=("red",)), at=LATE, accepted_late=True),), (RED,), []),
        ((response("a"), response("b", respondent="A")), (), ["P147"]),
        ((response("a"), response("b", respondent="  a. ")), (), ["P147"]),
        ((response("a", at=IN_TIME.replace(hour=9)), response("b", respondent="A", replaces="a")), (), []),
        ((response("b", replaces="a"),), (), ["P145"]),
        ((response("b", replaces="b"),), (), ["P145"]),
        ((response("a"), response("b", at=IN_TIME.replace(hour=9), replaces="a")), (), ["P145"]),
        ((response("a", answer(confidentiality=Confidentiality.PART)),), (), ["P149"]),
        ((response("a", answer(confidentiality=Confidentiality.PART, redacted="x")),), (), []),
    ],
)  # fmt: skip
def test_responses_are_held_against_their_themes(
    responses: tuple[Response, ...], themes: tuple, codes: list[str]
) -> None:
    found = check_responses(sample(), responses, Analysis(themes))
    assert sorted(one.code for one in found) == codes
    assert all(one.message and one.hint for one in found)


SECRET = "we have exactly forty one thousand such meters in our portfolio today"


@pytest.mark.parametrize("key", ["topic", "view", "reply"])
def test_an_analysis_that_quotes_confidential_words_is_refused(key: str) -> None:
    one = answer(text=SECRET, confidentiality=Confidentiality.PART, redacted="we have […]", themes=("red",))
    quoting = theme("red", **{key: f"They said that {SECRET.upper()}, no less"})
    found = check_responses(sample(), (response("a", one),), Analysis((quoting,)))
    assert [one.code for one in found] == ["P150"]
    public = answer(text=SECRET, themes=("red",))
    assert not check_responses(sample(), (response("a", public),), Analysis((quoting,)))


def test_a_whole_folder(tmp_path: Path) -> None:
    home = tmp_path / "consultations" / ID
    (home / "responses" / "received").mkdir(parents=True)
    (home / "consultation.yaml").write_text(DATA)
    (home / "analysis.yaml").write_text(ANALYSIS)
    (home / "responses" / "alder.yaml").write_text(RIGHT)
    (home / "responses" / "letter.docx").write_bytes(b"PK")
    read, found = read_responses(Folder(tmp_path), sample())
    assert [one.id for one in read.counted] == ["alder"]
    assert [one.code for one in found] == ["P151"]
    assert [one.rpartition("/")[2] for one in read.files] == ["alder.yaml", "analysis.yaml"]
    (home / "responses" / "broken.yaml").write_bytes(b"\xff")
    read, found = read_responses(Folder(tmp_path), sample())
    assert [one.code for one in found] == ["S001", "P151"] and len(read.responses) == 1
    (home / "responses" / "alder.yaml").write_text(RIGHT.replace("received:", "recieved:"))
    _, found = read_responses(Folder(tmp_path), sample())
    assert "P144" not in {one.code for one in found}  # what cannot be read may raise it
    (home / "responses" / "alder.yaml").unlink()
    (home / "responses" / "broken.yaml").unlink()
    _, found = read_responses(Folder(tmp_path), sample())
    assert "P144" in {one.code for one in found}


texts = st.text(max_size=60).map(clean)
lines = st.text(min_size=1, max_size=40).map(lambda text: " ".join(clean(text).split())).filter(bool)


@st.composite
def responses(draw: st.DrawFn) -> Response:
    confidential = draw(st.booleans())
    whole = Confidentiality.WHOLE

    def one(question: str, stance: Stance | None) -> Answer:
        kind = whole if confidential else draw(st.sampled_from(Confidentiality))
        redacted = draw(texts) if kind is Confidentiality.PART else ""
        names = draw(st.lists(st.sampled_from(["red", "blue"]), unique=True)) if question else ()
        return Answer(question, stance, draw(texts), kind, draw(texts), redacted, tuple(names))

    asked = draw(st.lists(st.sampled_from(["colours", "date"]), unique=True).map(sorted))
    return Response(
        "name", draw(lines), draw(st.sampled_from(Organisation)), IN_TIME, draw(st.sampled_from(Channel)),
        confidential, tuple(one(q, draw(st.sampled_from([None, *Stance]))) for q in asked),
        one("", None) if draw(st.booleans()) else None,
        draw(st.one_of(st.just(""), lines)), draw(st.sampled_from(["", "earlier", "no", "1"])),
        draw(st.booleans()), draw(texts), draw(st.sampled_from(["", "received/0a.docx"])), "r.yaml",
    )  # fmt: skip


@laws
@given(responses())
def test_what_is_written_reads_back_the_same(written: Response) -> None:
    text = write_response(written)
    read, found = read_response(text.encode(), "r.yaml", "name", sample())
    assert found == (), text
    assert read == written, text
    assert write_response(read) == text


@laws
@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_of_several_responses_of_one_author_one_is_counted(first: int, second: int, third: int) -> None:
    at = [IN_TIME.replace(minute=n) for n in sorted((first, second, third))]
    chain = [
        response("a", at=at[0], respondent="A"),
        response("b", at=at[1], respondent="A", replaces="a"),
        response("c", at=at[2], respondent="A", replaces="b"),
    ]
    assert [one.id for one in counted(chain, sample().timetable.closing_moment)] == ["c"]
