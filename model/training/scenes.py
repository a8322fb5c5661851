"""Training pictures for the cut-out network: photos as they are, and scenes put together.

The photos know neither studios nor people nor bags. Scenes supply them: a cut-out garment, or one
of Fashion-MNIST's, on a plain or a foreign ground, alone or on a drawn body whose head, arms and
legs do not belong to the garment.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from model.training.synthetic import nothing

SIDE = 128
"""Height and width of the stored pictures; the network's input is cut from them."""

SQUARE = (SIDE, SIDE)

BODY = ("T-shirt/top", "Pullover", "Dress", "Coat", "Shirt")
"""Classes that are worn below a head."""

LEGS = "Trouser"
"""The class that is worn below those."""

OPENWORK = frozenset({"Sandal", "Bag"})
"""Fashion-MNIST's classes whose holes show the ground."""

SHOES_AND_BAGS = ("Sandal", "Sneaker", "Bag", "Ankle boot")
"""What product shots mostly show; Fashion-MNIST is the only source of bags."""

WHITE = 245
"""From this brightness on, of 255, a shop's ground counts as white."""

SURELY_GROUND = 40
"""Below this saliency, of 255, nothing of a garment is left."""

FOUND = 0.05
"""Share of a photo that saliency must mark before the rest of it passes for ground."""

Array = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One training picture.

    Attributes
    ----------
    picture : PIL.Image.Image
        RGB.
    mask : PIL.Image.Image
        Mode L, of the same size: the garment, 0..255.
    known : PIL.Image.Image
        Mode L: 255 where the mask is to be learned, 0 where it is anyone's guess.
    presence : bool
        Whether there is clothing.
    figure : PIL.Image.Image or None
        Mode L: the garment and whoever wears it, 0..255; None where nobody does.
    """

    picture: Image.Image
    mask: Image.Image
    known: Image.Image
    presence: bool
    figure: Image.Image | None = None

    def with_wearer(self) -> "Scene":
        """Take the whole figure for the garment, as a cut-out that goes wrong does."""
        return replace(self, mask=self.figure or self.mask)


def photo_scene(picture: Array, mask: Array) -> Scene:
    """Take a photo and its saliency mask as they are."""
    image = Image.fromarray(picture)
    return Scene(image, Image.fromarray(mask), Image.new("L", image.size, 255), presence=True)


def empty_scene(picture: Image.Image) -> Scene:
    """Take a picture without clothing; what to cut out of it is anyone's guess."""
    return Scene(
        picture, Image.new("L", picture.size), Image.new("L", picture.size), presence=False
    )


def restaged(rng: np.random.Generator, picture: Image.Image) -> Image.Image:
    """Put a thing that stands before white somewhere before another studio's ground.

    Stamps and shops' pictures of things stand before white and fill the frame; if all of them did,
    whatever lies small on gray would come to mean clothing. Other pictures are left as they are.

    Parameters
    ----------
    picture : PIL.Image.Image
        RGB of 128×128.

    Returns
    -------
    PIL.Image.Image
        RGB of 128×128.
    """
    edge = np.asarray(picture)[[0, -1]], np.asarray(picture)[:, [0, -1]]
    if min(part.mean() for part in edge) < WHITE:
        return picture
    side = int(rng.integers(SIDE // 3, SIDE + 1))
    thing = picture.resize((side, side), Image.Resampling.BILINEAR)
    left, top = rng.integers(0, SIDE - side + 1, 2)
    at = (int(left), int(top))
    scene = plain_ground(rng)
    _cast_shadow(rng, scene, thing.convert("L").point(lambda v: 0 if v > WHITE else 255), at)
    sheet = Image.new("RGB", SQUARE, "white")
    sheet.paste(thing, at)
    return ImageChops.multiply(scene, sheet)


def bare_ground(rng: np.random.Generator, picture: Array, mask: Array) -> Image.Image | None:
    """Enlarge a piece of what a garment lies on: carpets and blankets are no clothing.

    Parameters
    ----------
    picture, mask : ndarray of uint8, shapes (128, 128, 3) and (128, 128)
        The garment's photo and its saliency.

    Returns
    -------
    PIL.Image.Image or None
        RGB of 128×128; None where the garment leaves hardly any ground, or wasn't found.
    """
    if (mask > SURELY_GROUND).mean() < FOUND:
        return None
    for _ in range(12):
        side = int(rng.integers(SIDE // 5, SIDE // 2))
        top, left = rng.integers(0, SIDE - side + 1, 2)
        piece = (slice(top, top + side), slice(left, left + side))
        if mask[piece].max() < SURELY_GROUND:
            return Image.fromarray(picture[piece]).resize(SQUARE, Image.Resampling.BICUBIC)
    return None


def studio_scene(
    rng: np.random.Generator,
    picture: Array,
    mask: Array,
    *,
    trousers: tuple[Array, Array] | None,
    ground: Image.Image | None = None,
    proportion: float = 1.0,
) -> Scene:
    """Put a cut-out garment before a studio's ground, on a drawn body if `trousers` come along.

    Parameters
    ----------
    picture, mask : ndarray of uint8, shapes (128, 128, 3) and (128, 128)
        The garment's photo and its saliency.
    trousers : tuple of ndarray, optional
        Photo and saliency of the trousers worn below a top; arrays of another shape than the
        garment's are fitted.
    ground : PIL.Image.Image, optional
        RGB of 128×128; a plain one if left out.
    proportion : float
        Width by height that the garment's photo had before it was squeezed into a square.
    """
    scene = ground or plain_ground(rng)
    scene = scene.copy()
    garment, alpha = _trimmed(picture, mask)
    wide = garment.width * proportion
    target, known = Image.new("L", (SIDE, SIDE)), Image.new("L", (SIDE, SIDE), 255)
    high = rng.uniform(0.4, 0.75) if trousers else rng.uniform(0.5, 0.95)
    scale = min(SIDE * high / garment.height, SIDE * 0.92 / wide)
    squeeze = rng.uniform(0.65, 1.0) if trousers else 1.0  # worn sleeves hang, they don't spread
    size = (max(4, round(wide * scale * squeeze)), max(4, round(garment.height * scale)))
    garment, alpha = garment.resize(size), alpha.resize(size)
    left = round((SIDE - size[0]) * rng.uniform(0.3, 0.7))
    top = round((SIDE - size[1]) * (rng.uniform(0.25, 0.6) if trousers else rng.random()))
    figure = None
    if trousers:
        bare = scene.copy()
        _draw_body(rng, scene, known, (left, top, *size), trousers)
        drawn = ImageChops.difference(bare, scene).convert("L")
        figure = drawn.point(lambda v: 255 if v else 0)
        figure.paste(255, (left, top), alpha)
    _cast_shadow(rng, scene, alpha, (left, top))
    scene.paste(garment, (left, top), alpha)
    target.paste(255, (left, top), alpha)
    known.paste(255, (left, top), alpha)
    return Scene(scene, target, known, presence=True, figure=figure)


def _draw_body(
    rng: np.random.Generator,
    scene: Image.Image,
    known: Image.Image,
    box: tuple[int, int, int, int],
    trousers: tuple[Array, Array],
) -> None:
    left, top, width, height = box
    skin = tuple(int(c) for c in np.array([0.95, 0.75, 0.62]) * rng.uniform(70, 255))
    hair = tuple(int(c) for c in rng.integers(10, 160, 3))
    draw = ImageDraw.Draw(scene)
    middle, head = left + width / 2, width * rng.uniform(0.14, 0.22)
    neck = top + head * 0.3
    draw.rectangle(
        (middle - head * 0.45, neck - head, middle + head * 0.45, neck + head), fill=skin
    )
    draw.ellipse(
        (middle - head * 0.95, neck - head * 3.3, middle + head * 0.95, neck - head * 0.3),
        fill=hair,
    )
    draw.ellipse(
        (middle - head * 0.75, neck - head * 2.9, middle + head * 0.75, neck - head * 0.4),
        fill=skin,
    )
    limb = max(2, int(width * rng.uniform(0.07, 0.13)))
    for side in (-1, 1):
        shoulder = (middle + side * width * 0.38, top + height * 0.2)
        hand = (
            middle + side * width * rng.uniform(0.3, 0.6),
            top + height * rng.uniform(0.6, 1.15),
        )
        draw.line((*shoulder, *hand), fill=skin, width=limb)
        hip = middle + side * width * 0.16
        draw.line((hip, top + height * 0.8, hip, SIDE), fill=skin, width=int(limb * 1.5))
    if rng.random() < 0.75:  # the others are bare-legged, as under a dress
        lower, alpha = _trimmed(*trousers)
        span = max(6, int(width * rng.uniform(0.5, 0.8)))
        size = (span, max(6, int(height * rng.uniform(0.9, 1.5))))
        lower, alpha = lower.resize(size), alpha.resize(size)
        at = (int(middle - span / 2), int(top + height * rng.uniform(0.75, 0.92)))
        scene.paste(lower, at, alpha)
        known.paste(0, at, alpha)


def fashion_scene(
    rng: np.random.Generator, image: Array, label: str, ground: Image.Image | None = None
) -> Scene:
    """Turn a Fashion-MNIST picture back into a product shot.

    Its makers shrank the shop's photo, took gray and negated it; its holes are ground for the
    classes in `OPENWORK` and pale cloth for the others.
    """
    side = int(rng.integers(40, 124))
    value = Image.fromarray(image).resize((side, side), Image.Resampling.BICUBIC)
    alpha = fashion_mask(image, label).resize((side, side), Image.Resampling.BICUBIC)
    alpha = alpha.point(lambda v: min(255, max(0, (v - 96) * 4)))
    dark = _detailed(rng, np.asarray(value, np.float32) / np.float32(255))[..., None]
    tint = rng.uniform(0, 1, 3) * rng.uniform(0, 1)
    shown = (1 - dark) * rng.uniform(0.7, 1) + dark * tint * rng.uniform(0, 0.8)
    if rng.random() < 0.3:  # pale garments, which the shop's white swallows
        shown = 0.6 + 0.4 * shown
    garment = Image.fromarray((np.clip(shown, 0, 1) * 255).astype(np.uint8))
    scene = (ground or plain_ground(rng)).copy()
    target = Image.new("L", (SIDE, SIDE))
    across, down = rng.integers(0, SIDE - side + 1, 2)
    at = (int(across), int(down))
    _cast_shadow(rng, scene, alpha, at)
    scene.paste(garment, at, alpha)
    target.paste(alpha, at)
    return Scene(scene, target, Image.new("L", (SIDE, SIDE), 255), presence=True)


def _detailed(rng: np.random.Generator, dark: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give an enlarged picture the edges and the grain that it lost when it was small.

    Shops' pictures are sharp; if all of these were blurred, sharp would come to mean no clothing.
    """
    if rng.random() < 0.5:
        levels = np.float32(rng.uniform(2, 7))
        dark = np.asarray(np.round(dark * levels) / levels, np.float32)
    if rng.random() < 0.7:
        grain = rng.normal(0, rng.uniform(0.02, 0.15), dark.shape).astype(np.float32)
        coarse = Image.fromarray(grain).resize(
            (max(2, int(len(dark) * rng.uniform(0.1, 1))),) * 2, Image.Resampling.NEAREST
        )
        fine = coarse.resize(dark.shape, Image.Resampling.BICUBIC)
        dark = dark + np.asarray(fine, np.float32)
    return np.asarray(np.clip(dark, 0, 1), np.float32)


def fashion_mask(image: Array, label: str) -> Image.Image:
    """Tell a Fashion-MNIST garment, white cloth included, from its black ground.

    Returns
    -------
    PIL.Image.Image
        Mode L, 28×28, 0 or 255.
    """
    solid = np.where(image > 10, 255, 0).astype(np.uint8)  # below is JPEG noise
    if label in OPENWORK:
        return Image.fromarray(solid)
    padded = Image.fromarray(np.pad(solid, 1)).copy()  # an array's own memory is read-only
    ImageDraw.floodfill(padded, (0, 0), 128)
    return Image.fromarray(np.where(np.asarray(padded) == 128, 0, 255).astype(np.uint8)[1:-1, 1:-1])


def plain_ground(rng: np.random.Generator) -> Image.Image:
    """Draw a studio's ground: white or another colour, evenly or unevenly lit."""
    if rng.random() < 0.4:  # the commonest ground of shops
        return Image.new("RGB", (SIDE, SIDE), "white")
    level = rng.uniform(0.6, 1) if rng.random() < 0.7 else rng.random()
    color = np.clip(level + rng.normal(0, 0.05, 3), 0, 1)
    slope = np.linspace(rng.uniform(0.85, 1), rng.uniform(0.85, 1), SIDE)
    rows = slope[:, None, None] * color[None, None] * 255
    return Image.fromarray(np.broadcast_to(rows, (SIDE, SIDE, 3)).astype(np.uint8))


def _cast_shadow(
    rng: np.random.Generator, scene: Image.Image, alpha: Image.Image, at: tuple[int, int]
) -> None:
    if rng.random() < 0.5:
        return
    shadow = Image.new("L", scene.size)
    shift = rng.integers(-3, 5, 2)
    shadow.paste(
        alpha.point(lambda v: int(v * 0.35)), (at[0] + int(shift[0]), at[1] + int(shift[1]))
    )
    scene.paste((0, 0, 0), mask=shadow.filter(ImageFilter.GaussianBlur(rng.uniform(1, 5))))


def _trimmed(picture: Array, mask: Array) -> tuple[Image.Image, Image.Image]:
    alpha = Image.fromarray(mask).point(lambda v: min(255, max(0, (v - 64) * 2)))
    box = alpha.getbbox() or (0, 0, SIDE, SIDE)
    return Image.fromarray(picture).crop(box), alpha.crop(box)


def varied(
    rng: np.random.Generator, scene: Scene, side: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Turn, flip, zoom and recolour a scene as another photographer might have taken it.

    Returns
    -------
    picture : ndarray of float32, shape (side, side, 3)
        In 0..1.
    target : ndarray of float32, shape (side, side, 2)
        The mask in 0..1, and the weight with which each pixel of it counts.
    """
    layers = np.dstack([np.asarray(scene.picture), np.asarray(scene.mask), np.asarray(scene.known)])
    pad = SIDE // 4
    layers = np.pad(layers, ((pad, pad), (pad, pad), (0, 0)), mode="edge")
    if rng.random() < 0.5:
        layers = layers[:, ::-1]
    angle = np.deg2rad(
        rng.normal(0, 6) + (rng.choice([90, 180, 270]) if rng.random() < 0.05 else 0)
    )
    zoom = SIDE / side * np.exp(rng.uniform(-0.3, 0.15))
    stretch = np.exp(rng.normal(0, 0.08))
    cos, sin = np.cos(angle) * zoom, np.sin(angle) * zoom
    centre = layers.shape[0] / 2 + rng.uniform(-0.1, 0.1, 2) * SIDE
    a, b, d, e = cos * stretch, -sin, sin * stretch, cos
    data = (a, b, centre[0] - (a + b) * side / 2, d, e, centre[1] - (d + e) * side / 2)
    planes = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(part)).transform(
                (side, side), Image.Transform.AFFINE, data, Image.Resampling.BILINEAR
            ),
            np.float32,
        )
        / np.float32(255)
        for part in (layers[..., :3], layers[..., 3], layers[..., 4])
    ]
    return recoloured(rng, planes[0]), np.stack(planes[1:], -1)


def recoloured(rng: np.random.Generator, picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """Change a picture's light, colour, contrast and noise."""
    if rng.random() < 0.1:
        picture = np.broadcast_to(picture.mean(-1, keepdims=True), picture.shape)
    picture = picture ** np.float32(np.exp(rng.normal(0, 0.3)))
    gain = rng.normal(1, 0.07, 3).astype(np.float32) * np.float32(rng.uniform(0.8, 1.15))
    picture = (picture - 0.5) * np.float32(rng.uniform(0.7, 1.2)) * gain + 0.5 * gain
    if rng.random() < 0.3:
        picture = picture + rng.normal(0, rng.uniform(0, 0.05), picture.shape).astype(np.float32)
    return np.clip(picture, 0, 1).astype(np.float32)


def nothing_scene(rng: np.random.Generator) -> Scene:
    """Draw a picture without clothing."""
    return empty_scene(nothing(rng, SIDE))
