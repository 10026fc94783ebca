"""One rule each, on the smallest graph that shows it."""

from __future__ import annotations

import pytest

from restitch_app.comfy.bindings.bindings import (
    WorkflowUnclear,
    describe_bindings,
    find_bindings,
    output_candidates,
)
from restitch_app.comfy.bindings.fill import fill, read_values
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.workflow import WorkflowUnusable
from restitch_app.domain.bindings import Binding, BindingChoice, Confidence, InputName
from tests.comfy.bindings.written import graph

BASE = r"""
1 LoadImage image=lake.png
2 CLIPLoader clip_name=umt5.safetensors
3 CLIPTextEncode text="a lake" clip=@2.0
4 CLIPTextEncode text=fog clip=@2.0
5 WanImageToVideo width=832 height=480 length=49 positive=@3.0 negative=@4.0 start_image=@1.0
6 KSampler seed=7 steps=20 cfg=5 denoise=1 positive=@5.0 negative=@5.1 latent_image=@5.2
7 VAEDecode samples=@6.0
8 CreateVideo fps=16 images=@7.0
9 SaveVideo filename_prefix=lake video=@8.0
"""


def made(*lines: str) -> JsonObject:
    """The small graph with these nodes added or put in place of others."""
    return graph("\n".join((BASE.strip(), *lines)))


def places(workflow: JsonObject, key: str) -> str:
    return " ".join(map(str, find_bindings(workflow).places(key)))


def described(workflow: JsonObject, key: str, choice: BindingChoice | None = None) -> Binding:
    found = describe_bindings(workflow, choice or BindingChoice())
    return next(one for one in found if one.key == key)


def inputs(workflow: JsonObject, node_id: str) -> JsonObject:
    return as_object(as_object(workflow[node_id])["inputs"])


START = "5 WanImageToVideo width=832 height=480 length=49 positive=@3.0 negative=@4.0 start_image="
SAMPLER = "6 KSampler steps=20 cfg=5 denoise=1 positive=@5.0 negative=@5.1 latent_image=@5.2 seed="


@pytest.mark.parametrize(
    "between",
    [
        ("20 ImageScale image=@1.0 width=5", START + "@20.0"),
        ("20 Reroute =@1.0", START + "@20.0"),
        ("20 FancyResizer picture_in=@1.0 factor=2", START + "@20.0"),
        ("20 Thing x=@1.0 y=2", START + "@20.0"),
        ("20 EmptyImage width=5", "21 ImageBlend destination=@1.0 source=@20.0", START + "@21.0"),
        ("20 ColorMatch image_ref=@22.0 image_target=@1.0", "22 LoadImage image=look.png",
         START + "@20.0"),
        ("20 ComfySwitchNode switch=false on_false=@1.0 on_true=@22.0",
         "22 LoadImage image=other.png", START + "@20.0"),
        ("20 ImpactSwitch select=2 input1=@22.0 input2=@1.0", "22 LoadImage image=other.png",
         START + "@20.0"),
        ("20 'Any Switch (rgthree)' any_01=@1.0 any_02=@22.0", "22 LoadImage image=other.png",
         START + "@20.0"),
        ("20 RepeatImageBatch image=@1.0 amount=3", START + "@20.0"),
        ("20 ImageCrop image=@1.0 width=5 length=9", START + "@20.0"),
    ],
)  # fmt: skip
def test_the_seed_frame_is_found_through_nodes_that_change_a_picture(
    between: tuple[str, ...],
) -> None:
    assert places(made(*between), "seed_frame") == "1.image"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("1 LoadImageOutput image='lake.png [output]'",), "1.image"),
        (("1 'Image Load' image=lake.png RGBA=false",), "1.image"),
        (("1 LoadImage image=@20.0", "20 PrimitiveString value=lake.png"), "20.value"),
    ],
)
def test_other_loaders_are_loaders_too(lines: tuple[str, ...], place: str) -> None:
    assert places(made(*lines), "seed_frame") == place


@pytest.mark.parametrize(
    "loader",
    [
        "1 VHS_LoadImagePath image=/data/lake.png custom_width=0",
        "1 LoadImageFromUrl url=https://somewhere/lake.png",
        "1 ETN_LoadImageBase64 image=iVBORw0KGgo",
    ],
)
def test_a_loader_that_no_file_can_be_uploaded_to_is_asked_about(loader: str) -> None:
    with pytest.raises(WorkflowUnclear, match="no sure input for the seed frame") as caught:
        find_bindings(made(loader))
    (candidate,) = caught.value.candidates
    assert candidate.at.node_id == "1"
    assert "cannot be uploaded" in candidate.reason
    chosen = BindingChoice().with_places("seed_frame", [candidate.at])
    assert find_bindings(made(loader), choice=chosen).seed_frame == (candidate.at,)


@pytest.mark.parametrize(
    "lines",
    [
        (START + "@20.0", "20 LoadImageMask image=lake.png channel=red"),
        (START + "@99.0",),
        (START + "@20.0", "20 ImageScale image=@21.0", "21 ImageScale image=@20.0"),
        (START + "@7.0",),
        ("5 WanImageToVideo width=832 length=49 positive=@3.0 clip_vision_output=@20.0",
         "20 CLIPVisionEncode image=@1.0"),
        ("5 WanPhantomSubjectToVideo width=832 length=49 positive=@3.0 images=@20.0",
         "20 ImageScale reference_image=@1.0", "1 LoadImageMask image=a.png"),
    ],
)  # fmt: skip
def test_what_is_no_first_frame_is_not_taken_for_one(lines: tuple[str, ...]) -> None:
    with pytest.raises(WorkflowUnusable, match="no input for the seed frame"):
        find_bindings(made(*lines))


def test_two_pictures_that_are_mixed_are_asked_about() -> None:
    workflow = made(
        "20 ImageBlend image1=@1.0 image2=@21.0", "21 LoadImage image=b.png", START + "@20.0"
    )
    with pytest.raises(WorkflowUnclear) as caught:
        find_bindings(workflow)
    assert {str(one.at) for one in caught.value.candidates} == {"1.image", "21.image"}
    assert described(workflow, "seed_frame").confidence is Confidence.UNSURE


def test_one_file_for_both_ends_leaves_no_end_to_pin() -> None:
    looped = made(START + "@1.0 end_image=@1.0")
    assert find_bindings(looped).end_frame == ()
    assert find_bindings(looped).no_end_frame == "This workflow takes no end frame"
    pinned = made(START + "@1.0 end_image=@20.0", "20 LoadImage image=shore.png")
    assert places(pinned, "end_frame") == "20.image"
    assert find_bindings(pinned).no_end_frame == ""


def test_an_image_to_video_node_that_is_switched_off_is_not_looked_at() -> None:
    off = made(
        "20 LTXVImgToVideoInplace image=@21.0 latent=@5.2 bypass=@22.0",
        "21 LoadImage image=unused.png",
        "22 PrimitiveBoolean value=true",
        "6 KSampler seed=7 steps=20 positive=@5.0 latent_image=@20.0",
    )
    assert places(off, "seed_frame") == "1.image"


@pytest.mark.parametrize(
    ("lines", "place", "value"),
    [
        ((SAMPLER + "@20.0", "20 'Seed (rgthree)' seed=11"), "20.seed", 11),
        ((SAMPLER + "@20.0", "20 PrimitiveInt value=@21.0", "21 INTConstant value=11"),
         "21.value", 11),
        ((SAMPLER + "@20.0", "20 SomeDice sides=6 dice=2"), "6.seed", None),
        ((SAMPLER + "7", "20 ImageAddNoise image=@7.0 seed=3 strength=1",
          "8 CreateVideo fps=16 images=@20.0"), "6.seed", 7),
        ((SAMPLER + "@99.0",), "6.seed", None),
        ((SAMPLER + "[1,2]",), "6.seed", None),
    ],
)  # fmt: skip
def test_the_seed_is_written_where_it_decides(
    lines: tuple[str, ...], place: str, value: int | None
) -> None:
    workflow = made(*lines)
    bindings = find_bindings(workflow)
    assert " ".join(map(str, bindings.seed)) == place
    assert read_values(workflow, bindings).get("seed") == value
    assert read_values(fill(workflow, bindings, {"seed": 99}), bindings)["seed"] == 99


def test_all_seeds_of_noise_are_one_key_and_other_seeds_are_offered() -> None:
    workflow = made(
        "10 KSamplerAdvanced noise_seed=8 add_noise=enable steps=20 cfg=5 latent_image=@6.0 "
        "positive=@5.0",
        "11 KSamplerAdvanced noise_seed=9 add_noise=disable steps=20 cfg=5 latent_image=@10.0 "
        "positive=@5.0",
        "12 WriterLLM text='a lake' seed=4",
        "3 CLIPTextEncode text=@12.0 clip=@2.0",
        "7 VAEDecode samples=@11.0",
    )
    assert places(workflow, "seed") == "6.seed 10.noise_seed 11.noise_seed"
    offered = {str(one.at): one for one in described(workflow, "seed").candidates}
    assert offered["12.seed"].confidence is Confidence.UNSURE
    assert offered["11.noise_seed"].reason.endswith("adds no noise of its own")


def test_passes_that_are_set_apart_stay_apart() -> None:
    workflow = made(
        "10 KSampler seed=8 steps=4 cfg=1 denoise=0.4 latent_image=@6.0 positive=@5.0",
        "7 VAEDecode samples=@10.0",
    )
    for key, place, other in (
        ("steps", "6.steps", "10.steps"),
        ("cfg", "6.cfg", "10.cfg"),
        ("denoise", "6.denoise", "10.denoise"),
    ):
        assert places(workflow, key) == place
        assert other in {str(one.at) for one in described(workflow, key).candidates}
    assert places(workflow, "seed") == "6.seed 10.seed"


def test_of_two_videos_the_last_one_that_is_kept_is_the_result() -> None:
    workflow = made(
        "10 ImageUpscale image=@7.0",
        "11 VHS_VideoCombine frame_rate=16 filename_prefix=big save_output=true images=@10.0",
        "12 VHS_VideoCombine frame_rate=16 filename_prefix=look save_output=false images=@13.0",
        "13 ImageScale image=@10.0",
        "14 SaveImage filename_prefix=frames images=@15.0",
        "15 ImageScale image=@13.0",
        "16 PreviewImage images=@15.0",
    )
    assert [one.at.node_id for one in output_candidates(workflow)] == ["11", "9", "12", "14"]
    assert find_bindings(workflow).output_node == "11"
    assert find_bindings(workflow, choice=BindingChoice(output_node="9")).output_node == "9"
    assert find_bindings(workflow, choice=BindingChoice(output_node="gone")).output_node == "11"


def test_single_pictures_are_no_video() -> None:
    with pytest.raises(WorkflowUnusable, match="SaveImage saves single pictures"):
        find_bindings(made("9 SaveImage filename_prefix=frames images=@7.0"))


@pytest.mark.parametrize(
    ("lines", "place", "value"),
    [
        (("3 CLIPTextEncode text=@20.0 clip=@2.0", "20 'Text Multiline' text=boat"),
         "20.text", "boat"),
        (("3 CLIPTextEncode text=@20.0 clip=@2.0", "20 'ShowText|pysssss' text=@21.0 text_0=old",
          "21 PrimitiveStringMultiline value=boat"), "21.value", "boat"),
        (("3 CLIPTextEncode text=@20.0 clip=@2.0",
          "20 StringConcatenate string_a=boat string_b=film delimiter=', '"), "3.text",
         "boat, film"),
        (("3 CLIPTextEncode text=@20.0 clip=@2.0", "20 WriterLLM prompt=boat creativity=0.7"),
         "3.text", None),
        (("3 CLIPTextEncodeFlux clip_l=boat t5xxl=boat guidance=3 clip=@2.0",),
         "3.t5xxl 3.clip_l", "boat"),
        (("3 ConditioningCombine conditioning_1=@20.0 conditioning_2=@4.0",
          "20 CLIPTextEncode text=boat clip=@2.0"), "20.text", "boat"),
        (("5 WanImageToVideo width=832 length=49 positive=@20.0 negative=@4.0 start_image=@1.0",
          "20 ControlNetApplyAdvanced positive=@3.0 negative=@4.0 strength=1"), "3.text", "a lake"),
    ],
)  # fmt: skip
def test_the_prompt_is_found_behind_conditioning_and_texts(
    lines: tuple[str, ...], place: str, value: str | None
) -> None:
    workflow = made(*lines)
    bindings = find_bindings(workflow)
    assert " ".join(map(str, bindings.prompt)) == place
    assert read_values(workflow, bindings).get("prompt") == value
    assert read_values(fill(workflow, bindings, {"prompt": "x"}), bindings)["prompt"] == "x"


def test_one_text_for_both_sides_is_the_prompt_alone() -> None:
    workflow = made(START.replace("@4.0", "@3.0") + "@1.0")
    assert places(workflow, "prompt") == "3.text"
    assert places(workflow, "negative_prompt") == ""


def test_what_was_chosen_goes_before_what_was_found() -> None:
    workflow = made("20 LoadImage image=other.png")
    chosen = BindingChoice(
        {"seed_frame": (InputName("20", "image"),), "cfg": (), "steps": (InputName("gone", "x"),)}
    )
    bindings = find_bindings(workflow, choice=chosen)
    assert bindings.seed_frame == (InputName("20", "image"),)
    assert bindings.cfg == ()
    assert bindings.steps == (InputName("6", "steps"),)
    seed_frame = described(workflow, "seed_frame", chosen)
    assert seed_frame.confidence is Confidence.CHOSEN
    assert [str(one.at) for one in seed_frame.candidates] == ["20.image", "1.image"]
    assert [str(one.at) for one in described(workflow, "cfg", chosen).candidates] == ["6.cfg"]


def test_a_workflow_without_anything_is_described_all_the_same() -> None:
    assert all(not one.places for one in describe_bindings(graph("1 Note text=hello")))


CHAINS = {
    "pictures": ("ImageScale", "image", START, "@1.0"),
    "reroutes": ("Reroute", "", START, "@1.0"),
    "numbers": ("PrimitiveInt", "value", SAMPLER, "7"),
    "formulas": ("ComfyMathExpression expression=a+1", "values.a", SAMPLER, "7"),
    "latents": ("LatentThing", "samples", "7 VAEDecode samples=", "@6.0"),
    "samplers": ("KSampler seed=1 steps=2 cfg=1", "latent_image", "7 VAEDecode samples=", "@6.0"),
    "switches": ("ComfySwitchNode on_true=1 on_false=2", "switch", SAMPLER, "true"),
}


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_of_thousands_of_nodes_is_read_in_time(name: str) -> None:
    class_name, input_name, end, start = CHAINS[name]
    count = 3_000
    lines = [f"c0 {class_name} {input_name}={start}"]
    lines += [f"c{one} {class_name} {input_name}=@c{one - 1}.0" for one in range(1, count)]
    workflow = made(*lines, f"{end}@c{count - 1}.0")
    assert find_bindings(workflow).seed_frame == (InputName("1", "image"),)


def test_switches_that_decide_about_themselves_are_left_open() -> None:
    workflow = made(
        SAMPLER + "@20.0",
        "20 ComfySwitchNode switch=@21.0 on_true=@20.0 on_false=3",
        "21 ComfySwitchNode switch=@20.0 on_true=@21.0 on_false=@20.0",
    )
    bindings = find_bindings(workflow)
    assert "seed" not in read_values(workflow, bindings)
    assert inputs(fill(workflow, bindings, {"seed": 3}), "6")["seed"] == 3


def test_nodes_of_subgraphs_are_nodes_like_others() -> None:
    inner = {f"30:4:{node_id}": node for node_id, node in made().items()}
    for node in inner.values():
        held = as_object(as_object(node)["inputs"])
        for name, value in held.items():
            if isinstance(value, list):
                held[name] = [f"30:4:{value[0]}", value[1]]
    bindings = find_bindings(inner)
    assert bindings.seed_frame == (InputName("30:4:1", "image"),)
    assert inputs(fill(inner, bindings, {"seed": 3}), "30:4:6")["seed"] == 3
