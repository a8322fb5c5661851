"""What an answer shows once people have voted on it, or on another of the same message."""

from bot.language.language import Wording
from bot.store.schema import NO_CLOTHING, OTHER_KIND
from bot.store.votes import Kept


def heading(kept: Kept, wording: Wording) -> str:
    """Word the first lines of an answer to a single picture."""
    if kept.label != kept.answered:
        return wording(f"corrected-heading-{_former(kept)}", **_values(kept, wording))
    return wording(f"answer-{_kind(kept)}", **_values(kept, wording))


def line(kept: Kept, wording: Wording) -> str:
    """Word the line of one of several pictures."""
    return _row("line", kept, wording)


def short(kept: Kept, wording: Wording) -> str:
    """Word the one line of an answer to a single picture."""
    return _row("short", kept, wording)


def alt(kept: Kept, wording: Wording) -> str:
    """Word the alt text of what the network saw."""
    number = kept.picture + 1
    if kept.label != kept.answered:
        return wording("corrected-alt", number=number, label=wording.garment(kept.label))
    return wording(f"alt-{_kind(kept)}", number=number, **_values(kept, wording))


def _row(form: str, kept: Kept, wording: Wording) -> str:
    number = kept.picture + 1
    if kept.label != kept.answered:
        values = _values(kept, wording)
        return wording(f"corrected-{form}-{_former(kept)}", number=number, **values)
    ranking = sorted(kept.probabilities.items(), key=lambda one: -one[1])[:3]
    others = [
        wording(
            "line-other", label=wording.garment(label), probability=wording("percent", share=share)
        )
        for label, share in ranking
        if label != kept.answered
    ]
    return wording(
        f"{form}-{_kind(kept)}",
        number=number,
        others=", ".join(others),
        **_values(kept, wording),
    )


def _kind(kept: Kept) -> str:
    """Name the kind of answer, as `bot.verdict.kind` does."""
    told = {OTHER_KIND: "none", NO_CLOTHING: "not-clothing"}
    return told.get(kept.answered, "clothing" if kept.sure else "unsure")


def _former(kept: Kept) -> str:
    """Say what a correction corrects: a class ("seen"), none of them, or no clothing ("unseen")."""
    return {OTHER_KIND: "none", NO_CLOTHING: "unseen"}.get(kept.answered, "seen")


def _values(kept: Kept, wording: Wording) -> dict[str, str]:
    # What is said of another kind names the class that is nearest.
    nearest = max(kept.probabilities, key=kept.probabilities.__getitem__)
    label = nearest if kept.label == kept.answered == OTHER_KIND else kept.label
    values = {"label": wording.garment(label), "answered": wording.garment(kept.answered)}
    if kept.answered in kept.probabilities:
        values["probability"] = wording("percent", share=kept.probabilities[kept.answered])
    return values
