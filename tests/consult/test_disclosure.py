"""What may not be disclosed: which words are sought, which are public, and what it costs to look."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.consult.disclosure import RUN, Disclosure, disclosure, together, words_of
from toolkit.consult.published import Secret, SecretKind

SAID = "The meters we hold in Oakham fail whenever it rains. Two thousand were lost in March! No."
ANSWER = Secret(SAID, "the answer to rain", "responses/ash.yaml")
NAME = Secret("Ash & Elm (Holdings) Ltd", "the name of its author", "responses/ash.yaml", SecretKind.NAME)
SHORT = Secret("SSE", "the name of its author", "responses/sse.yaml", SecretKind.NAME)
HIDDEN = disclosure((ANSWER, NAME, SHORT), ())


@pytest.mark.parametrize(
    "text",
    [
        "They say: meters we hold in Oakham fail whenever it is",
        "meters, we HOLD\nin “Oakham” fail — whenever\u00a0it",
        "me\u00adters we hold in Oak\u200bham fail whenever it",
        "ｍｅｔｅｒｓ we hold in Oakham fail whenever it",
        "of which two thousand were lost in March",
        "a call with ash-elm-holdings-ltd",
        "SSE’s view",
        "see sse.yaml",
    ],
)
def test_what_discloses_something(text: str) -> None:
    assert HIDDEN.within(text) is not None
    assert HIDDEN.stretches(text)


@pytest.mark.parametrize(
    "text",
    [
        "They say: meters we hold in Oakham fail whenever",  # seven words in a row
        "meters we hold in the Oakham fail whenever it rains",
        "No.",
        "two thousand were lost",
        "Ash and Elm Holdings",
        "ASSESS, SSEN, assets",
        "",
    ],
)
def test_what_discloses_nothing(text: str) -> None:
    assert HIDDEN.within(text) is None
    assert not HIDDEN.stretches(text)


def test_a_stretch_is_placed_and_told_once() -> None:
    text = f"Before that. {SAID} After that."
    ((secret, start, end),) = HIDDEN.stretches(text)
    assert (secret, text[start:end]) == (ANSWER, SAID.removesuffix("."))


def test_what_is_public_too_is_free() -> None:
    public = "It is known that two thousand were lost in March. The meters we hold in Oakham fail whenever."
    free = disclosure((ANSWER, NAME), (public, "Ash & Elm (Holdings) Ltd"))
    assert free.within("two thousand were lost in March") is None
    assert free.within("Ash & Elm (Holdings) Ltd") is None
    assert free.within("meters we hold in Oakham fail whenever it") is not None


def test_quotations_are_free_only_of_what_they_quote() -> None:
    quoting = Secret(f"“{SAID}” is wrong: our own seven thousand meters never failed at all", "it", "a.yaml")
    hidden = disclosure((quoting,), (), quotable=(f"We propose. {SAID}",))
    assert hidden.within(SAID) is None
    assert hidden.within("our own seven thousand meters never failed at all") is not None
    plain = quoting._replace(words=quoting.words.replace("“", "").replace("”", ""))
    assert disclosure((plain,), (), quotable=(SAID,)).within(SAID) is not None


def test_nothing_confidential_finds_nothing() -> None:
    assert Disclosure().within(SAID) is None
    assert together(()).stretches(SAID) == ()
    assert together((Disclosure(), HIDDEN)).within("SSE") == SHORT


_WORDS = st.lists(
    st.sampled_from(["a", "the", "meter", "fails", "Oakham", "rain", "1.2", "we", "—", "Über", "ﬁre", "x_y"]),
    min_size=1,
)


@given(_WORDS, _WORDS, _WORDS, st.integers(min_value=0), st.sampled_from((" ", "\n", ", ", " — ")))
def test_every_run_of_a_secret_is_found_in_any_text(
    before: list[str], said: list[str], after: list[str], at: int, between: str
) -> None:
    secret = Secret(" ".join(said), "it", "a.yaml")
    hidden = disclosure((secret,), ())
    words = words_of(secret.words)
    run = words[at % len(words) :][:RUN] if words else []
    text = between.join((*before, *map(str.upper, run), *after))
    if len(run) == RUN:
        assert hidden.within(text) == secret
    text_words = words_of(text)
    runs = {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)} | {tuple(words)}
    shared = any(tuple(text_words[n : n + len(one)]) == one for one in runs for n in range(len(text_words)))
    if hidden.within(text):
        assert shared


def _cost(secrets: int, length: int) -> float:
    said = [" ".join(f"word{(n * 7919 + m) % 5000}" for m in range(60)) for n in range(secrets)]
    hidden = disclosure((Secret(one, "it", f"{n}.yaml") for n, one in enumerate(said)), ())
    text = " ".join(f"word{n % 5000} and" for n in range(length))
    words = words_of(text)
    started = time.process_time()
    assert not list(hidden.among(words))
    return time.process_time() - started


def test_looking_costs_no_more_than_the_text_is_long() -> None:
    """However many secrets there are, a text is gone through once."""
    short, long, many = (
        min(_cost(*of) for _ in range(3)) for of in ((50, 20_000), (50, 80_000), (1000, 20_000))
    )
    assert long < 8 * short + 0.05
    assert many < 20 * short + 0.05
