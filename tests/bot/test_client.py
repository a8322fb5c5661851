"""What the client tells Discord of its commands."""

from discord.app_commands import Translator

from tests.bot.conftest import World

GUILD_ONLY = [0]


async def test_what_needs_a_server_is_offered_in_servers_only(world: World) -> None:
    tree = world.client.tree
    payloads = {
        command.name: await command.get_translated_payload(tree, tree.translator or Translator())
        for command in tree.get_commands()
    }
    in_servers = {name for name, one in payloads.items() if one["contexts"] == GUILD_ONLY}
    assert in_servers == {"find", "index", "settings", "sort", "stats"}
    hidden = {name for name, one in payloads.items() if one["default_member_permissions"]}
    assert hidden == in_servers - {"find"}
