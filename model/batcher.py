"""Micro-batching: single requests that arrive together go through the network together."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Lock, Thread

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Outputs = tuple[Array, ...]
Request = tuple[Array, "Future[Outputs]"]


class Batcher:
    """Collects what arrives while the network is busy into its next call.

    The network is called on one thread of its own, so requests may come from any event loop.

    Parameters
    ----------
    network : callable
        Takes an array of shape (n, …) and returns a tuple of arrays of shape (n, …).
    limit : int
        The most pictures in one call.
    """

    def __init__(self, network: Callable[[Array], Outputs], limit: int) -> None:
        self._network = network
        self._limit = limit
        self._waiting: SimpleQueue[Request | None] = SimpleQueue()
        self._closed = False
        self._closing = Lock()
        self._thread = Thread(target=self._work, name="network", daemon=True)
        self._thread.start()

    async def __call__(self, picture: Array) -> Outputs:
        """Send one picture, shape (…), through the network; its rows of the outputs come back.

        Raises
        ------
        RuntimeError
            If the batcher is closed.
        """
        future: Future[Outputs] = Future()
        with self._closing:  # from another thread: what came behind the end would wait for ever
            if self._closed:
                raise RuntimeError("no new pictures after shutdown")
            self._waiting.put((picture, future))
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """Answer what waits, and end the thread."""
        with self._closing:
            self._closed = True
            self._waiting.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (request := self._waiting.get()) is not None:
            batch = [request, *self._more()]
            wanted = [(p, future) for p, future in batch if future.set_running_or_notify_cancel()]
            if wanted:
                self._answer(wanted)
            del request, batch, wanted  # no picture outlives its answer, until another comes

    def _more(self) -> list[Request]:
        """Take what waits behind the first request, up to the limit."""
        batch: list[Request] = []
        while len(batch) < self._limit - 1:
            try:
                request = self._waiting.get_nowait()
            except Empty:
                break
            if request is None:
                self._waiting.put(None)  # closing comes after what was asked before it
                break
            batch.append(request)
        return batch

    def _answer(self, batch: list[Request]) -> None:
        try:
            outputs = self._network(np.stack([picture for picture, _ in batch]))
            rows = [tuple(output[row] for output in outputs) for row in range(len(batch))]
        except Exception as error:  # noqa: BLE001 - everyone who waits is told
            for _, future in batch:
                future.set_exception(error)
        else:
            for (_, future), row in zip(batch, rows, strict=True):
                future.set_result(row)
