"""Forum posts, as members begin them."""

from simcord.backend.models import Channel
from simcord.builders import ChannelHandle

from tests.bot.conftest import World


async def begin(
    world: World,
    forum: ChannelHandle,
    picture: bytes,
    tags: tuple[int, ...] = (),
    *,
    said: str = "",
) -> Channel:
    """Begin a post with a picture, as Discord does: thread and first message share an id."""
    backend = world.env.backend
    thread = backend.create_thread(forum.id, "look", world.alice.id, applied_tags=tags)
    files = backend.store_attachments(thread.id, [("look.png", picture)])
    starter = backend.prepare_message(thread.id, world.alice.id, said, attachments=files)
    starter.id = thread.id
    backend.commit_message(starter)
    await world.env.settle()
    return thread
