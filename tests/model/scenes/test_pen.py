"""What is drawn lies where the frame shows it."""

import numpy as np

from model.scenes.pen import Frame, Pen, color
from model.scenes.scene import SIDE

FRAME = Frame(middle=SIDE / 2, top=1, across=20, down=10)
RED = (255, 0, 0)


def covered(pen: Pen) -> tuple[int, int, int, int] | None:
    return pen.drawn().getchannel("A").point(lambda v: 255 if v > 127 else 0).getbbox()


def test_a_frame_finds_what_it_shows() -> None:
    assert FRAME.point(0, 1) == (64, 0)
    assert FRAME.point(-1.5, 3) == (34, 20)


def test_nothing_is_drawn_at_first() -> None:
    assert Pen.of(FRAME).drawn().getextrema() == ((0, 0),) * 4


def test_shapes_lie_where_the_frame_shows_them() -> None:
    square, oval = Pen.of(FRAME), Pen.of(FRAME)
    square.shape([(-1, 2), (1, 2), (1, 4), (-1, 4)], RED)
    oval.oval((0, 3), (1, 1), RED)
    assert covered(square) == covered(oval) == (44, 10, 84, 30)
    drawn = np.asarray(square.drawn())
    assert (drawn[12:28, 46:82] == (*RED, 255)).all()
    assert (np.asarray(oval.drawn())[10, 44] == 0).all()


def test_a_limb_reaches_around_both_ends() -> None:
    pen = Pen.of(FRAME)
    pen.limb((0, 4), (0, 8), (1, 0.5), RED)
    box = covered(pen)
    assert box == (44, 20, 84, 75)
    alpha = np.asarray(pen.drawn().getchannel("A"))
    assert (alpha[30] > 0).sum() > (alpha[69] > 0).sum() > 0


def test_colours_are_kept_in_range() -> None:
    assert color(np.array([-20.0, 127.9, 300.0])) == (0, 127, 255)


def test_a_limb_is_as_thick_aslant_as_upright() -> None:
    pen = Pen.of(Frame(middle=0, top=0, across=16, down=16))
    pen.limb((1, 1), (5, 7), (0.5, 0.5), RED)
    there = np.asarray(pen.drawn().getchannel("A")) > 127
    beside = np.array([-6, 4]) / np.hypot(4, 6)
    for away in (-0.6, -0.4, 0, 0.4, 0.6):
        x, y = (np.array([3, 4]) + away * beside) * 16
        assert there[int(y), int(x)] == (abs(away) < 0.5)
