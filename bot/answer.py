"""What an answer says of a picture, at first and once people have voted on it."""

from bot.language.language import Wording
from bot.store.posts import Answer
from bot.store.schema import NO_CLOTHING, OTHER_KIND
from bot.store.votes import Shown


def heading(shown: Shown, wording: Wording) -> str:
    """Word the first lines of an answer to a single picture."""
    if shown.label != shown.answer.answered:
        return wording(f"corrected-heading-{_former(shown.answer)}", **_values(shown, wording))
    return wording(f"answer-{_kind(shown.answer)}", **_values(shown, wording))


def line(shown: Shown, wording: Wording) -> str:
    """Word the line of one of several pictures."""
    return _row("line", shown, wording)


def short(shown: Shown, wording: Wording) -> str:
    """Word the one line of an answer to a single picture."""
    return _row("short", shown, wording)


def alt(shown: Shown, wording: Wording) -> str:
    """Word the alt text of what the network saw."""
    number = shown.picture + 1
    if shown.label != shown.answer.answered:
        return wording("corrected-alt", number=number, label=wording.garment(shown.label))
    return wording(f"alt-{_kind(shown.answer)}", number=number, **_values(shown, wording))


def _row(form: str, shown: Shown, wording: Wording) -> str:
    number = shown.picture + 1
    if shown.label != shown.answer.answered:
        values = _values(shown, wording)
        return wording(f"corrected-{form}-{_former(shown.answer)}", number=number, **values)
    ranking = sorted(shown.answer.probabilities.items(), key=lambda one: -one[1])[:3]
    others = [
        wording("line-other", label=wording.garment(label), probability=wording.probability(share))
        for label, share in ranking
        if label != shown.answer.answered
    ]
    return wording(
        f"{form}-{_kind(shown.answer)}",
        number=number,
        others=", ".join(others),
        **_values(shown, wording),
    )


def _kind(answer: Answer) -> str:
    """Name the kind of answer, as `bot.verdict.kind` does."""
    told = {OTHER_KIND: "none", NO_CLOTHING: "not-clothing"}
    return told.get(answer.answered, "clothing" if answer.sure else "unsure")


def _former(answer: Answer) -> str:
    """Say what a correction corrects: a class ("seen"), none of them, or no clothing ("unseen")."""
    return {OTHER_KIND: "none", NO_CLOTHING: "unseen"}.get(answer.answered, "seen")


def _values(shown: Shown, wording: Wording) -> dict[str, str]:
    answered, probabilities = shown.answer.answered, shown.answer.probabilities
    # What is said of another kind names the class that is nearest.
    nearest = max(probabilities, key=probabilities.__getitem__)
    label = nearest if shown.label == answered == OTHER_KIND else shown.label
    values = {"label": wording.garment(label), "answered": wording.garment(answered)}
    if answered in probabilities:
        values["probability"] = wording.probability(probabilities[answered])
    return values
