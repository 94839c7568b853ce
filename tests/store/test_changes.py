"""Changes are remembered well enough to take any action back, and to make it again."""

from datetime import UTC, datetime

from shifter.store import changes
from shifter.store.store import Row, Store

NOW = datetime(2026, 11, 19, 7, 58, tzinfo=UTC)


def people(store: Store) -> list[Row]:
    return store.rows("SELECT name FROM person WHERE deleted IS NULL ORDER BY name")


def add_person(store: Store, name: str) -> str:
    with store.transaction(f"added {name}", NOW) as writer:
        return writer.insert("person", {"name": name})


def undo(store: Store) -> str:
    with store.transaction("undo", NOW) as writer:
        action = changes.next_undo(store)
        assert action is not None
        changes.undo(writer, action.id)
    return action.label


def redo(store: Store) -> str:
    with store.transaction("redo", NOW) as writer:
        action = changes.next_redo(store)
        assert action is not None
        changes.redo(writer, action.id)
    return action.label


def test_a_row_that_one_action_changed_twice_goes_back_to_its_first_value(store: Store) -> None:
    id = add_person(store, "Ana")
    with store.transaction("renamed twice", NOW) as writer:
        writer.update("person", id, {"name": "Anna"})
        writer.update("person", id, {"name": "Annika"})
    undo(store)
    assert people(store) == [("Ana",)]
    redo(store)
    assert people(store) == [("Annika",)]


def test_a_row_that_was_made_and_changed_in_one_action_goes_and_comes_as_it_was(
    store: Store,
) -> None:
    with store.transaction("added and renamed", NOW) as writer:
        id = writer.insert("person", {"name": "Ana"})
        writer.update("person", id, {"name": "Anna"})
    undo(store)
    assert people(store) == []
    redo(store)
    assert people(store) == [("Anna",)]


def test_a_row_that_was_made_and_deleted_in_one_action_stays_away(store: Store) -> None:
    with store.transaction("added and deleted", NOW) as writer:
        id = writer.insert("person", {"name": "Ana"})
        writer.delete("person", id)
    assert people(store) == []
    undo(store)
    assert people(store) == []
    redo(store)
    assert people(store) == []


def test_nothing_is_ever_erased(store: Store) -> None:
    id = add_person(store, "Ana")
    with store.transaction("deleted", NOW) as writer:
        writer.delete("person", id)
    undo(store)
    undo(store)
    assert people(store) == []
    assert store.rows("SELECT name FROM person") == [("Ana",)]


def test_what_is_not_recorded_is_no_action(store: Store) -> None:
    id = add_person(store, "Ana")
    with store.transaction("happened by itself", NOW) as writer:
        writer.update("person", id, {"name": "Anna"}, recorded=False)
        writer.insert("person", {"name": "Bo"}, recorded=False)
    assert undo(store) == "added Ana"
    assert people(store) == [("Bo",)]
    assert changes.next_undo(store) is None


def test_undo_leaves_alone_what_another_action_wrote_in_the_same_row(store: Store) -> None:
    with store.transaction("added", NOW) as writer:
        id = writer.insert("idea", {"name": "Pottery", "stage": "hunch", "added_day": "2026-11-19"})
    with store.transaction("happened by itself", NOW) as writer:
        writer.update("idea", id, {"why": "clay"}, recorded=False)
    with store.transaction("moved", NOW) as writer:
        writer.update("idea", id, {"stage": "exploring"})
    undo(store)
    assert store.row("SELECT stage, why FROM idea") == ("hunch", "clay")


def test_any_number_of_actions_go_back_and_forth_in_their_order(store: Store) -> None:
    names = ["Ana", "Bo", "Cem", "Dana"]
    for name in names:
        add_person(store, name)
    assert [undo(store) for _ in range(3)] == ["added Dana", "added Cem", "added Bo"]
    assert people(store) == [("Ana",)]
    assert [redo(store), redo(store), undo(store)] == ["added Bo", "added Cem", "added Cem"]
    assert people(store) == [("Ana",), ("Bo",)]
    add_person(store, "Elif")
    assert changes.next_redo(store) is None
    assert [undo(store) for _ in range(3)] == ["added Elif", "added Bo", "added Ana"]
    assert changes.next_undo(store) is None
    assert [redo(store) for _ in range(3)] == ["added Ana", "added Bo", "added Elif"]


def test_the_label_an_action_ends_with_is_the_one_that_counts(store: Store) -> None:
    with store.transaction("did something", NOW) as writer:
        id = writer.insert("person", {"name": "Ana"})
        writer.label = "did this"
        writer.update("person", id, {"name": "Anna"})
    assert undo(store) == "did this"
