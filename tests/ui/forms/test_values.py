"""What a form holds, whatever of it is on the screen."""

from __future__ import annotations

from restitch_app.domain.workflows import FieldKind, FormField
from restitch_app.ui.forms.values import FormValues

CFG = FormField("cfg", "CFG", "Sampler", FieldKind.REAL, 5.0, is_common=True)
TILED = FormField("10.tiled", "tiled", "Decode", FieldKind.SWITCH, False, is_common=False)
WHOLE = FormField("7.batch", "batch", "Wan", FieldKind.WHOLE, 0, is_common=False)
PARTS = tuple(
    FormField(name, "noise_seed", f"Noise {name}", FieldKind.WHOLE, 1, is_common=False)
    for name in ("1.noise_seed", "2.noise_seed")
)
SEED = FormField(
    "seed",
    "Seed",
    "Noise",
    FieldKind.WHOLE,
    7,
    is_common=True,
    parts=("1.noise_seed", "2.noise_seed"),
)


def test_only_changes_are_sent() -> None:
    values = FormValues([CFG, TILED])
    values.set("cfg", 6.5)
    assert values.parameters() == {"cfg": 6.5}
    values.set("cfg", 5)
    assert values.parameters() == {}


def test_zero_and_off_are_two_values() -> None:
    values = FormValues([TILED, WHOLE])
    values.set("10.tiled", True)
    assert values.is_changed("10.tiled")
    values.set("7.batch", False)
    assert values.is_changed("7.batch")


def test_a_seed_is_kept_though_it_is_the_same() -> None:
    values = FormValues([SEED, *PARTS])
    values.keep("seed", 7)
    assert values.parameters() == {"seed": 7}
    assert not values.is_changed("seed")
    assert values.is_seed_kept


def test_takes_differ_as_long_as_one_of_several_seeds_is_free() -> None:
    values = FormValues([SEED, *PARTS])
    kept = []
    for name, number in (("1.noise_seed", 11), ("2.noise_seed", 12)):
        values.keep(name, number)
        kept.append(values.is_seed_kept)
    assert kept == [False, True]
    assert values.parameters() == {"1.noise_seed": 11, "2.noise_seed": 12}


def test_without_a_seed_all_takes_would_be_the_same() -> None:
    assert FormValues([CFG]).is_seed_kept


def test_a_preset_replaces_what_was_changed_and_names_what_has_no_place() -> None:
    values = FormValues([CFG, SEED, TILED])
    values.set("10.tiled", True)
    told: list[str] = []
    values.changed.connect(told.append)
    assert values.apply({"cfg": 3.0, "seed": 7, "99.gone": 1}) == ("99.gone",)
    assert values.parameters() == {"cfg": 3.0, "seed": 7}
    assert set(told) == {"10.tiled", "cfg", "seed"}
    values.put_back()
    assert values.parameters() == {}
