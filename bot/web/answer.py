"""Stages to the JSON that the page shows: every sentence and picture ready."""

import base64
from typing import Any

from PIL import Image

from bot.language.language import Wording
from bot.verdict import kind
from model.engine import Stages
from model.png import png
from model.prediction import Prediction, Verdict
from model.sheet import draw_cutout, draw_gray, draw_mask, draw_photo, enlarge


def compose(stages: Stages, version: str, wording: Wording) -> dict[str, Any]:
    """Word one picture's answer and draw its stages.

    Parameters
    ----------
    stages : Stages
        The picture's way through the networks.
    version : str
        The network's, from its card.
    wording : Wording
        The language to answer in.

    Returns
    -------
    dict
        Plain JSON; pictures are ``data:`` addresses, so nothing is kept for a second request.
    """
    prediction = stages.prediction
    panels = (
        ("photo", draw_photo(stages)),
        ("mask", draw_mask(stages)),
        ("cutout", draw_cutout(stages)),
        ("gray", draw_gray(stages)),
        ("seen", enlarge(prediction.seen)),
    )
    return {
        **_verdict(prediction, wording),
        "classes": [
            {
                "label": ranked.label,
                "name": wording.garment(ranked.label),
                "probability": ranked.probability,
                "share": wording.probability(ranked.probability),
            }
            for ranked in prediction.ranking
        ],
        "stages": [
            {
                "title": wording(f"web-stage-{name}"),
                "alt": wording(f"web-stage-{name}-alt"),
                "image": _address(panel),
            }
            for name, panel in panels
        ],
        "timing": wording(
            "web-timing",
            milliseconds=prediction.milliseconds,
            score=wording.probability(prediction.clothing_score),
            version=version,
        ),
    }


def _verdict(prediction: Prediction, wording: Wording) -> dict[str, object]:
    values = {
        "label": wording.garment(prediction.label),
        "probability": wording.probability(prediction.probability),
    }
    match prediction.verdict:
        case Verdict.CLOTHING:
            sentence = ""
        case Verdict.UNSURE:
            sentence = wording("why-unsure")
        case Verdict.NOT_CLOTHING:
            sentence = wording("why-not-clothing")
    return {
        "verdict": prediction.verdict.value,
        "headline": wording(f"verdict-{kind(prediction)}", **values),
        "sentence": sentence,
        "ranking": wording("web-ranking" if prediction.is_of_classes else "if-of-classes"),
        "supposed": prediction.is_rather_none,
    }


def _address(picture: Image.Image) -> str:
    return f"data:image/png;base64,{base64.b64encode(png(picture)).decode('ascii')}"
