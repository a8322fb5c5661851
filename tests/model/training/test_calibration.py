"""What is fitted after training is recovered where the truth is known."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from model.card import Calibration
from model.metrics import auroc
from model.training.calibration import (
    DOUBTED,
    SURE_ACCURACY,
    TURNED_AWAY,
    Answers,
    calibrated,
    fit_score,
    fit_temperature,
    fit_thresholds,
)
from model.training.kept import Kept
from model.verdict import clothing_score, energy, known, softmax

CLASSES = 10
Floats = NDArray[np.float32]


def answered(seed: int, count: int, temperature: float) -> tuple[Floats, NDArray[np.bool_]]:
    """Logits whose softmax at that temperature is the truth, and labels drawn from it."""
    rng = np.random.default_rng(seed)
    true = rng.normal(0, 2, (count, CLASSES)).astype(np.float32)
    drawn = [rng.choice(CLASSES, p=p / p.sum()) for p in softmax(true).astype(np.float64)]
    return true * np.float32(temperature), np.eye(CLASSES, dtype=bool)[drawn]


def scattered(seed: int, count: int, level: float, presence: float) -> Answers:
    rng = np.random.default_rng(seed)
    logits = rng.normal(level, 1, (count, CLASSES)).astype(np.float32)
    presences = rng.normal(presence, 1, count).astype(np.float32)
    return Answers(logits, presences, np.ones((count, CLASSES), bool))


PLAIN = Calibration()


def thresholds(photos: Answers, calibration: Calibration = PLAIN) -> Calibration:
    """Fit them as if garments before studio grounds were answered as photos are."""
    return fit_thresholds(photos, photos, calibration)


@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.5])
def test_a_known_temperature_is_found_again(temperature: float) -> None:
    found = fit_temperature(*answered(1, 4_000, temperature))
    assert found == pytest.approx(temperature, rel=0.08)


@pytest.mark.parametrize("expected", [0.7, 1.0])
def test_a_handful_that_are_all_right_change_little(expected: float) -> None:
    logits = np.eye(CLASSES, dtype=np.float32)[:3] * 5
    found = fit_temperature(logits, logits > 0, expected=expected)
    assert 0.75 * expected < found < expected
    many = np.repeat(logits, 1_000, axis=0)
    assert fit_temperature(many, many > 0, expected=expected) < 0.6 * expected


def test_each_kind_of_picture_has_its_own_temperature() -> None:
    small, photos = answered(1, 4_000, 0.5), answered(2, 4_000, 2.0)
    presence = np.ones(4_000, np.float32)
    hats = np.zeros_like(photos[1][:500])
    clothing = Answers(
        np.concatenate([photos[0], photos[0][:500] - 9]),
        np.concatenate([presence, presence[:500]]),
        np.concatenate([photos[1], hats]),
    )
    others = Answers(photos[0][:500] - 9, -presence[:500], hats)
    fitted = calibrated(small, Kept(clothing, clothing, None, others))
    assert fitted.small_temperature == pytest.approx(0.5, rel=0.08)
    assert fitted.temperature == pytest.approx(2, rel=0.08)
    assert 0 < fitted.clothing_threshold < 1
    assert 0 < fitted.known_threshold < 1
    without_hats = Answers(photos[0], presence, photos[1])
    assert fitted == calibrated(small, Kept(without_hats, without_hats, None, others))


def test_without_photos_nothing_is_turned_away_or_doubted() -> None:
    fitted = calibrated(answered(1, 4_000, 0.5), None)
    assert fitted.temperature == fitted.small_temperature == pytest.approx(0.5, rel=0.08)
    assert fitted.known_threshold == 0


def test_without_small_pictures_they_have_no_temperature() -> None:
    logits, accepted = answered(2, 400, 2.0)
    clothing = Answers(logits, np.ones(400, np.float32), accepted)
    others = Answers(logits - 9, -np.ones(400, np.float32), np.zeros_like(accepted))
    fitted = calibrated(None, Kept(clothing, clothing, None, others))
    assert fitted.small_temperature is None
    assert fitted.temperature > 1


def test_a_handful_of_photos_is_expected_to_be_like_small_pictures() -> None:
    logits = np.eye(CLASSES, dtype=np.float32)[:3] * 5
    photos = Answers(logits, np.ones(3, np.float32), logits > 0)
    others = Answers(logits - 9, -np.ones(3, np.float32), np.zeros_like(logits, bool))
    fitted = calibrated(answered(1, 4_000, 0.5), Kept(photos, photos, None, others))
    assert fitted.small_temperature is not None
    assert 0.75 * fitted.small_temperature < fitted.temperature <= fitted.small_temperature


def test_garments_before_studio_grounds_count_for_the_score_and_not_for_doubt() -> None:
    photos, others = scattered(1, 300, 4, 3), scattered(2, 300, 0, -3)
    studio = scattered(3, 300, 0, 0)
    fitted = calibrated(None, Kept(photos, studio, None, others))
    score = fit_score(photos + studio, others, Calibration())
    assert fitted.presence_weight == pytest.approx(score.presence_weight)
    assert fitted.energy_weight == pytest.approx(score.energy_weight)
    assert fitted.known_threshold == thresholds(photos, fitted).known_threshold
    assert fitted.sure_threshold == thresholds(photos, fitted).sure_threshold
    assert fitted.clothing_threshold < thresholds(photos, fitted).clothing_threshold


def test_any_of_several_right_classes_counts() -> None:
    logits, accepted = answered(3, 500, 1.0)
    wide = accepted | np.roll(accepted, 1, axis=1)
    assert fit_temperature(logits, wide) != fit_temperature(logits, accepted)


def test_the_score_separates_clothing_from_the_rest() -> None:
    clothing, others = scattered(1, 800, 2, 1.5), scattered(2, 200, -1, -1.5)
    fitted = fit_score(clothing, others, Calibration())
    scores = [
        clothing_score(energy(kind.logits), kind.presence, fitted) for kind in (clothing, others)
    ]
    assert auroc(*scores) > 0.99
    assert fitted.energy_weight > 0
    assert fitted.presence_weight > 0
    # Balanced: both kinds lie on their own side of one half, though one is four times as large.
    assert np.median(scores[0]) > 0.9
    assert np.median(scores[1]) < 0.1


def test_a_network_that_knows_nothing_is_not_listened_to() -> None:
    clothing, others = scattered(1, 2_000, 0, 2), scattered(2, 2_000, 0, -2)
    fitted = fit_score(clothing, others, Calibration())
    assert abs(fitted.energy_weight) < 0.2 * fitted.presence_weight


def test_perfectly_separable_pictures_give_no_endless_weights() -> None:
    clothing, others = scattered(1, 100, 50, 50), scattered(2, 100, -50, -50)
    fitted = fit_score(clothing, others, Calibration())
    assert np.isfinite([fitted.energy_weight, fitted.presence_weight, fitted.bias]).all()


def test_fitting_the_score_keeps_the_rest() -> None:
    before = Calibration(temperature=1.7, clothing_threshold=0.3, sure_threshold=0.6)
    after = fit_score(scattered(1, 50, 1, 1), scattered(2, 50, -1, -1), before)
    kept = {"temperature", "clothing_threshold", "sure_threshold"}
    assert after.model_dump(include=kept) == before.model_dump(include=kept)


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.floats(0.5, 2))
def test_no_more_clothing_is_turned_away_than_allowed(seed: int, weight: float) -> None:
    logits, accepted = answered(seed, 500, 1.0)
    presence = np.random.default_rng(seed).normal(size=500).astype(np.float32)
    fitted = thresholds(Answers(logits, presence, accepted), Calibration(presence_weight=weight))
    below = clothing_score(energy(logits), presence, fitted) < fitted.clothing_threshold
    assert TURNED_AWAY - 0.01 < below.mean() <= TURNED_AWAY


def test_garments_before_studio_grounds_are_no_more_turned_away_than_photos() -> None:
    photos, studio = scattered(1, 400, 3, 6), scattered(3, 400, 2, -2)
    others = scattered(2, 400, -2, -4)
    photos_alone = calibrated(None, Kept(photos, photos, None, others))
    both = calibrated(None, Kept(photos, studio, None, others))

    def turned_away(kind: Answers, fitted: Calibration) -> float:
        score = clothing_score(energy(kind.logits), kind.presence, fitted)
        return float((score < fitted.clothing_threshold).mean())

    assert turned_away(studio, photos_alone) > 0.9
    assert turned_away(photos + studio, both) <= TURNED_AWAY
    assert turned_away(others, both) > 0.9


def test_one_temperature_suits_whatever_is_posted() -> None:
    photos, studio, worn = (
        Answers(logits, np.ones(600, np.float32), accepted)
        for logits, accepted in (
            answered(4, 600, 1.0),
            answered(5, 600, 2.0),
            answered(6, 600, 4.0),
        )
    )
    others = scattered(2, 200, -2, -2)
    on_photos = calibrated(None, Kept(photos, photos, photos, others)).temperature
    on_all = calibrated(None, Kept(photos, studio, worn, others)).temperature
    assert on_photos == pytest.approx(1, rel=0.1)
    assert 1.5 < on_all < 3.5
    unworn = calibrated(None, Kept(photos, studio, None, others)).temperature
    assert 1.15 * on_photos < unworn < on_all


def test_only_photos_tell_from_which_probability_on_an_answer_is_sure() -> None:
    logits, accepted = answered(4, 500, 2.0)
    presence = np.ones(500, np.float32)
    photos = Answers(logits, presence, accepted)
    wrong = Answers(logits, presence, np.roll(accepted, 1, axis=1))
    calibration = Calibration(presence_weight=1)
    as_photos = fit_thresholds(photos, photos, calibration)
    misnamed = fit_thresholds(photos, wrong, calibration)
    assert misnamed == as_photos


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_no_more_clothing_is_doubted_than_allowed(seed: int) -> None:
    logits, accepted = answered(seed, 500, 1.0)
    fitted = thresholds(Answers(logits, np.zeros(500, np.float32), accepted))
    doubted = known(energy(logits)) < fitted.known_threshold
    assert DOUBTED - 0.01 < doubted.mean() <= DOUBTED


@pytest.mark.parametrize("count", [1, 10, 24])
def test_of_a_few_photos_none_is_turned_away_or_doubted(count: int) -> None:
    logits, accepted = answered(4, count, 1.0)
    fitted = thresholds(Answers(logits, np.zeros(count, np.float32), accepted))
    energies = energy(logits)
    score = clothing_score(energies, np.zeros(count, np.float32), fitted)
    assert (score >= fitted.clothing_threshold).all()
    assert (known(energies) >= fitted.known_threshold).all()


def test_where_all_are_known_alike_no_more_are_doubted_than_may_be() -> None:
    logits, accepted = answered(4, 100, 1.0)
    logits += np.random.default_rng(1).uniform(10, 12, (100, 1)).astype(np.float32)
    fitted = thresholds(Answers(logits, np.zeros(100, np.float32), accepted))
    assert (known(energy(logits)) < fitted.known_threshold).mean() <= DOUBTED


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_sure_answers_are_right_as_often_as_promised(seed: int) -> None:
    logits, accepted = answered(seed, 500, 1.0)
    fitted = thresholds(Answers(logits, np.zeros(500, np.float32), accepted))
    probabilities = softmax(logits)
    confidence, right = probabilities.max(axis=1), accepted[np.arange(500), probabilities.argmax(1)]

    def kept(threshold: float) -> bool:
        """Whether what was seen is a standard error above the promise, or more; in fractions."""
        sure = right[confidence >= threshold]
        promised = Fraction(str(SURE_ACCURACY))
        above = Fraction(int(sure.sum()), len(sure)) - promised
        return above >= 0 and above**2 >= promised * (1 - promised) / len(sure)

    # Where none of the thresholds keeps the promise, the highest is as careful as it gets.
    assert kept(fitted.sure_threshold) or fitted.sure_threshold == 0.94
    assert not kept(fitted.sure_threshold - 0.01) or fitted.sure_threshold == 0.34


def test_what_is_right_with_any_answer_makes_nothing_surer() -> None:
    logits, accepted = answered(4, 2_000, 1.0)
    presence = np.ones(len(logits), np.float32)
    clear = thresholds(Answers(logits, presence, accepted))
    any_of_all = np.zeros((2_000, CLASSES), np.float32)
    any_of_all[:, 0] = 3  # as sure as some answers that alone are wrong too often
    both = Answers(
        np.concatenate([logits, any_of_all]),
        np.concatenate([presence, presence]),
        np.concatenate([accepted, np.ones_like(accepted)]),
    )
    assert thresholds(both).sure_threshold == clear.sure_threshold


def test_a_network_that_is_always_wrong_is_never_sure() -> None:
    logits = np.zeros((50, CLASSES), np.float32)
    logits[:, 0] = 3
    accepted = np.zeros((50, CLASSES), bool)
    accepted[:, 1] = True
    fitted = thresholds(Answers(logits, np.zeros(50, np.float32), accepted))
    assert fitted.sure_threshold > 0.9


def test_a_network_that_is_always_right_is_doubted_least() -> None:
    logits = np.zeros((50, CLASSES), np.float32)
    logits[:, 0] = 3
    accepted = np.zeros((50, CLASSES), bool)
    accepted[:, 0] = True
    fitted = thresholds(Answers(logits, np.zeros(50, np.float32), accepted))
    assert fitted.sure_threshold == pytest.approx(0.34)


def test_an_answer_is_sure_by_the_probability_that_is_told() -> None:
    logits, accepted = answered(4, 20_000, 2.0)
    presence = np.zeros(len(logits), np.float32)
    served = thresholds(Answers(logits, presence, accepted), Calibration(temperature=2.0))
    alike = thresholds(Answers(logits / np.float32(2), presence, accepted))
    assert served.sure_threshold == alike.sure_threshold
    assert served.sure_threshold != thresholds(Answers(logits, presence, accepted)).sure_threshold


def test_how_known_it_is_has_no_temperature() -> None:
    logits, accepted = answered(4, 500, 1.0)
    photos = Answers(logits, np.zeros(500, np.float32), accepted)
    warm = thresholds(photos, Calibration(temperature=2.0))
    assert warm.known_threshold == thresholds(photos).known_threshold


def test_for_the_score_both_kinds_count_alike_however_many_there_are() -> None:
    clothing, others = scattered(1, 200, 2, 1.5), scattered(2, 200, -1, -1.5)
    often = clothing + clothing + clothing + clothing
    once, many = (fit_score(kind, others, Calibration()) for kind in (clothing, often))
    for weight in ("energy_weight", "presence_weight", "bias"):
        assert getattr(many, weight) == pytest.approx(getattr(once, weight), rel=1e-3)


def test_what_both_kinds_share_changes_no_weight_of_the_score() -> None:
    clothing, others = scattered(1, 200, 2, 1.5), scattered(2, 200, -1, -1.5)

    def shifted(kind: Answers) -> Answers:
        return Answers(kind.logits, kind.presence + np.float32(5), kind.accepted)

    before = fit_score(clothing, others, Calibration())
    after = fit_score(shifted(clothing), shifted(others), Calibration())
    assert after.presence_weight == pytest.approx(before.presence_weight, rel=1e-3)
    assert after.bias == pytest.approx(before.bias - 5 * before.presence_weight, rel=1e-3)


@pytest.mark.parametrize(
    ("clothing", "others"),
    [
        ((1, 0.5), (0, -0.5)),
        ((6, 3), (3, -3)),
        ((3, 1), (1, -1)),
        ((2, 0), (0, 0)),
        ((4, 3), (0, -3)),
    ],
)
def test_the_scores_weights_are_those_with_the_least_cross_entropy(
    clothing: tuple[float, float], others: tuple[float, float]
) -> None:
    kinds = scattered(1, 300, *clothing), scattered(2, 300, *others)
    fitted = fit_score(*kinds, Calibration())

    def loss(**moved: float) -> float:
        changed = fitted.model_copy(
            update={name: getattr(fitted, name) + by for name, by in moved.items()}
        )
        yes, no = (clothing_score(energy(k.logits), k.presence, changed) for k in kinds)
        entropy = -np.log(yes.astype(np.float64)).mean() - np.log1p(-no.astype(np.float64)).mean()
        ridge = changed.energy_weight**2 + changed.presence_weight**2
        return float(entropy / 2 + 1e-3 / 2 * ridge)

    for name in ("energy_weight", "presence_weight", "bias"):
        assert loss() < min(loss(**{name: 0.1}), loss(**{name: -0.1})) + 1e-6
