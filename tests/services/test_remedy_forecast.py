from __future__ import annotations

from dataclasses import replace

from restitch_app.analysis.acceptance import Judgement
from restitch_app.analysis.channels import Channel
from restitch_app.domain.joins import Join, Patch, Treatment
from restitch_app.services.remedies.forecast import forecast, is_applied
from restitch_app.services.remedies.names import COMFY_BRIDGE, DISSOLVE
from restitch_app.services.remedies.values import Candidate, WhyNot
from restitch_app.services.remedies.words import TITLES, harm

JUDGED = Judgement(
    visibility_before=3.0,
    visibility=0.1,
    worst=Channel.COLOUR,
    sharpness_loss=0.01,
    ssim=0.95,
    inside_natural=True,
    curve=(0.96, 0.95, 0.96),
    seam_index=1,
)
FOUND = Candidate(
    "key", "flow_morph", None, JUDGED, touched_left=4, touched_right=4, left_id=1, right_id=2
)


def test_an_offered_remedy_tells_what_it_costs() -> None:
    told = forecast(FOUND)
    assert (told.title, told.ssim, told.why_not) == ("Optical-flow morph", 0.95, "")
    assert told.cost.startswith("Changes 8 frames")
    assert told.is_offered
    assert told.can_be_applied


def test_a_refused_one_tells_why_and_can_still_be_chosen() -> None:
    judged = replace(JUDGED, sharpness_loss=0.23)
    told = forecast(replace(FOUND, name="blend", predicted=judged, refusal=WhyNot.BLURS))
    assert told.why_not == "doubles contours: sharpness −23 %"
    assert not told.is_offered
    assert told.can_be_applied


def test_what_was_measured_to_harm_is_told() -> None:
    blend = replace(FOUND, name="blend")
    blurred = replace(JUDGED, sharpness_loss=0.23)
    assert harm(blend, JUDGED) == ""
    assert harm(blend, blurred) == "doubles contours: sharpness −23 %"
    assert harm(FOUND, replace(JUDGED, visibility=3.5)) == "makes the colour step larger"
    assert harm(replace(FOUND, name=DISSOLVE), blurred) == "", "it is meant to be seen"


def test_what_could_not_be_carried_out_cannot_be_applied() -> None:
    told = forecast(Candidate("key", "reextract", None, None, refusal=WhyNot.NO_ROOM))
    assert told.ssim is None
    assert told.cost == ""
    assert not told.can_be_applied


def test_a_chain_has_a_name_that_fits_a_list() -> None:
    told = forecast(replace(FOUND, name="colour_ramp+sharpness_ramp+flow_morph"))
    assert told.title == "Colour ramp + sharpness ramp + flow morph"


def test_what_restitch_draws_itself_has_another_name_than_the_bridge_of_comfyui() -> None:
    drawn, made = (forecast(replace(FOUND, name=name)) for name in ("bridge", COMFY_BRIDGE))
    assert (drawn.title, made.title) == ("In-between frames", "Bridge (new frames from ComfyUI)")
    assert forecast(replace(FOUND, name="colour_ramp+bridge")).title == (
        "Colour ramp + in-between frames"
    )
    named = [title for key, title in TITLES.items() if key != COMFY_BRIDGE]
    assert not any("bridge" in title.lower() for title in named)


def test_a_dip_of_similarity_is_among_the_costs() -> None:
    assert "dips" not in forecast(FOUND).cost
    told = forecast(replace(FOUND, predicted=replace(JUDGED, dip=0.01))).cost
    assert told.endswith("Similarity dips below what is natural here.")


def test_only_the_very_treatment_counts_as_applied() -> None:
    treatment = Treatment("flow_morph", patch=Patch("patches/a.mkv", 4, 4))
    join = Join(1, 2, None, treatment=treatment)
    assert is_applied(FOUND, join)
    assert not is_applied(replace(FOUND, touched_left=8), join), "another length"
    assert not is_applied(FOUND, replace(join, right_id=3)), "another version beside it"
    assert not is_applied(FOUND, replace(join, treatment=Treatment("bridge")))
