import subprocess
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from shifter.store.identity import new_id


def test_an_id_is_a_uuid_of_version_7_made_now() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid.UUID(new_id())
    after = time.time_ns() // 1_000_000
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert before <= made.int >> 80 <= after


def test_each_sorts_after_the_one_before_even_within_a_millisecond() -> None:
    ids = [new_id() for _ in range(20_000)]
    assert ids == sorted(set(ids))
    assert all(len(id) == 36 and id == id.lower() for id in ids)


def test_threads_get_ids_of_their_own() -> None:
    with ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(lambda _: new_id(), range(4000)))
    assert len(set(ids)) == len(ids)


_PRINT_IDS = """
from shifter.store.identity import new_id
print(*(new_id() for _ in range(500)))
"""


def test_processes_get_ids_of_their_own() -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", _PRINT_IDS], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    ids = {id for process in processes for id in process.communicate(timeout=60)[0].split()}
    assert len(ids) == 1500
