"""Gateway sessions that were lost, after which Discord tells of everything anew."""

from simcord.backend.serializers import guild_create_payload

from tests.bot.conftest import World


async def begin_anew(world: World, *guild_ids: int) -> None:
    """Tell of the servers that FitCheck is in; of one that it left meanwhile nothing is said."""
    backend, me = world.env.backend, world.env.backend.bot_user
    ready = {
        "shard": [0, 1],
        "user": {"id": str(me.id), "username": me.name, "discriminator": "0", "avatar": None},
        "application": {"id": str(me.id), "flags": 0},
        "guilds": [{"id": str(one), "unavailable": True} for one in guild_ids],
    }
    backend.emit("READY", ready)
    for one in guild_ids:
        guild = guild_create_payload(backend, backend.get_guild(one))
        backend.emit("GUILD_CREATE", {**guild, "unavailable": False})
    await world.env.settle()
