"""A subscription of the eventsourcing library on the log: what is there, then what comes, from any process."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from contextlib import ExitStack

from eventsourcing.persistence import ApplicationRecorder, Notification, Subscription

from ledger.arrivals import Arrivals, Watch

_PAGE = 500
_PATIENCE_SECONDS = 60.0


class SqlSubscription(Subscription[ApplicationRecorder]):
    """Iterate it in one thread; ``stop`` it from any. It has no thread of its own."""

    def __init__(
        self, recorder: ApplicationRecorder, arrivals: Arrivals, gt: int | None = None, topics: Sequence[str] = ()
    ) -> None:
        super().__init__(recorder, gt, topics)
        self._arrivals = arrivals
        self._position = gt or 0
        self._page: deque[Notification] = deque()
        self._open = ExitStack()
        self._watch: Watch | None = None
        self._iterating = threading.Lock()

    def __next__(self) -> Notification:
        with self._iterating:
            while not self._has_been_stopped:
                if self._page:
                    return self._page.popleft()
                if self._watch is None:  # made before the first look, so that nothing falls between
                    self._watch = self._open.enter_context(self._arrivals.watch())
                if not self._pull():
                    self._watch.wait(_PATIENCE_SECONDS)
            self._open.close()
        raise StopIteration

    def stop(self) -> None:
        """End the iteration; whoever waits in it is woken."""
        super().stop()
        self._arrivals.announce()

    def __exit__(self, *args: object, **kwargs: object) -> None:
        super().__exit__(*args, **kwargs)
        with self._iterating:
            self._open.close()

    def _pull(self) -> bool:
        """Fetch what is new; false when the end of the log is reached."""
        end = self._recorder.max_notification_id() or 0
        if end <= self._position:
            return False
        page = self._recorder.select_notifications(self._position, _PAGE, end, self._topics, inclusive_of_start=False)
        self._page.extend(page)
        self._position = page[-1].id if len(page) == _PAGE else end
        return True
