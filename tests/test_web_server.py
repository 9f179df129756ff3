"""The socket that the server listens on."""

import asyncio
import socket as sockets

from served import LOOPBACK

from vastus.faces.web.server import listen


def test_an_answer_in_two_pieces_does_not_wait_for_word_of_the_first() -> None:
    """Nagle's algorithm against delayed acknowledgments: 40 ms for every request but the first of a connection."""

    async def accepted() -> int:
        told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def connected(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            told.set_result(writer.get_extra_info("socket").getsockopt(sockets.IPPROTO_TCP, sockets.TCP_NODELAY))
            writer.close()

        listening = listen(LOOPBACK, 0)
        async with await asyncio.start_server(connected, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            writer.close()
            return await asyncio.wait_for(told, 10)

    assert asyncio.run(accepted()) != 0
