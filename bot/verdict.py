"""Which wordings tell what was answered to a picture."""

from model.prediction import Prediction


def kind(prediction: Prediction) -> str:
    """Name the kind of answer, by which its wordings are called in every language.

    Returns
    -------
    str
        "clothing", "unsure", "none" (unsure because it is likelier none of the classes), or
        "not-clothing".
    """
    if prediction.is_rather_none:
        return "none"
    return prediction.verdict.value.replace("_", "-")
