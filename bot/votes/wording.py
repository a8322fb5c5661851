"""What an answer shows once people have voted on it, or on another of the same message."""

from bot.language.language import Wording
from bot.store.schema import NO_CLOTHING
from bot.store.votes import Kept


def heading(kept: Kept, wording: Wording) -> str:
    """Word the first lines of an answer to a single picture."""
    if kept.label != kept.answered:
        return wording(f"corrected-heading-{_kind(kept)}", **_values(kept, wording))
    if kept.answered == NO_CLOTHING:
        return wording("answer-not-clothing")
    share = wording("percent", share=kept.probabilities[kept.answered])
    label = wording.garment(kept.answered)
    return wording(f"answer-{_verdict(kept)}", label=label, probability=share)


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
    if kept.answered == NO_CLOTHING:
        return wording("alt-not-clothing", number=number)
    return wording(f"alt-{_verdict(kept)}", number=number, **_values(kept, wording))


def _row(form: str, kept: Kept, wording: Wording) -> str:
    number = kept.picture + 1
    if kept.label != kept.answered:
        values = _values(kept, wording)
        return wording(f"corrected-{form}-{_kind(kept)}", number=number, **values)
    if kept.answered == NO_CLOTHING:
        return wording(
            "line-not-clothing" if form == "line" else "verdict-not-clothing", number=number
        )
    (first, *others) = sorted(kept.probabilities.items(), key=lambda one: -one[1])[:3]
    named = [
        wording(
            "line-other", label=wording.garment(label), probability=wording("percent", share=share)
        )
        for label, share in others
    ]
    return wording(
        f"{form}-{_verdict(kept)}",
        number=number,
        label=wording.garment(first[0]),
        probability=wording("percent", share=first[1]),
        others=", ".join(named),
    )


def _verdict(kept: Kept) -> str:
    return "clothing" if kept.sure else "unsure"


def _kind(kept: Kept) -> str:
    return "unseen" if kept.answered == NO_CLOTHING else "seen"


def _values(kept: Kept, wording: Wording) -> dict[str, str]:
    values = {"label": wording.garment(kept.label), "answered": wording.garment(kept.answered)}
    if kept.answered in kept.probabilities:
        values["probability"] = wording("percent", share=kept.probabilities[kept.answered])
    return values
