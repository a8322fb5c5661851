"""Classes as emoji, for servers that want a reaction and no reply."""

from collections.abc import Iterable
from typing import Final

from bot.photos.classify import Answered, Photo
from model.prediction import Verdict

# Fashion-MNIST's classes. Unicode has no pullover; wool comes nearest.
_EMOJI: Final = {
    "T-shirt/top": "👕",
    "Trouser": "👖",
    "Pullover": "🧶",
    "Dress": "👗",
    "Coat": "🧥",
    "Sandal": "👡",
    "Shirt": "👔",
    "Sneaker": "👟",
    "Bag": "👜",
    "Ankle boot": "👢",
}
_OTHER: Final = "🏷️"
"""Stands for a class of a network trained on something else."""
_UNSURE: Final = "❔"


def reactions_to(photos: Iterable[Photo]) -> list[str]:
    """List the emoji of the pictures' classes, each once; doubt is shown behind them.

    What is likelier none of the classes is shown as a doubt alone.
    """
    predictions = [photo.prediction for photo in photos if isinstance(photo, Answered)]
    named = [prediction.label for prediction in predictions if not prediction.is_rather_none]
    emoji = [_EMOJI.get(label, _OTHER) for label in named]
    if any(prediction.verdict is Verdict.UNSURE for prediction in predictions):
        emoji.append(_UNSURE)
    return list(dict.fromkeys(emoji))
