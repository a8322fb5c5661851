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
    return wording(f"answer-{_verdict(kept)}", **_values(kept, wording))


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
    ranking = sorted(kept.probabilities.items(), key=lambda one: -one[1])[:3]
    # Of what is left for the classes, as if it were one; nothing is if it was rounded away.
    whole = sum(kept.probabilities.values()) or 1.0 if kept.rather_none else 1.0
    others = [
        wording(
            "line-other",
            label=wording.garment(label),
            probability=wording("percent", share=share / whole),
        )
        for label, share in ranking[0 if kept.rather_none else 1 :]
    ]
    return wording(
        f"{form}-{_verdict(kept)}",
        number=number,
        others=", ".join(others),
        **_values(kept, wording),
    )


def _verdict(kept: Kept) -> str:
    if kept.sure:
        return "clothing"
    return "none" if kept.rather_none else "unsure"


def _kind(kept: Kept) -> str:
    if kept.answered == NO_CLOTHING:
        return "unseen"
    return "none" if kept.rather_none else "seen"


def _values(kept: Kept, wording: Wording) -> dict[str, str]:
    values = {"label": wording.garment(kept.label), "answered": wording.garment(kept.answered)}
    if kept.answered in kept.probabilities:
        values["probability"] = wording("percent", share=kept.probabilities[kept.answered])
    return values
