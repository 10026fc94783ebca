"""Graphs as people build them with the usual node packs; no server is asked what the nodes are."""

from __future__ import annotations

import pytest

from restitch_app.comfy.bindings.bindings import KEYS, describe_bindings, find_bindings
from restitch_app.comfy.bindings.fill import fill, read_values
from restitch_app.domain.bindings import Confidence
from tests.comfy.bindings.written import graph

WAN_WRAPPER = graph(
    """
1 LoadImage image=lake.png
2 ImageResizeKJv2 width=832 height=480 keep_proportion=crop image=@1.0
3 WanVideoVAELoader model_name=wan.safetensors
4 WanVideoModelLoader model=wan_i2v.safetensors
5 LoadWanVideoT5TextEncoder model_name=umt5.safetensors
6 WanVideoTextEncode positive_prompt="a boat" negative_prompt=fog force_offload=true t5=@5.0
7 CLIPVisionLoader clip_name=vision.safetensors
8 WanVideoClipVisionEncode strength_1=1.0 clip_vision=@7.0 image_1=@2.0
9 WanVideoImageToVideoEncode width=@2.1 height=@2.2 num_frames=81 noise_aug_strength=0.03 \
start_latent_strength=1 vae=@3.0 clip_embeds=@8.0 start_image=@2.0
10 WanVideoSampler steps=6 cfg=1.5 shift=8 seed=42 scheduler=dpm++_sde start_step=0 end_step=3 \
model=@4.0 image_embeds=@9.0 text_embeds=@6.0
11 WanVideoSampler steps=6 cfg=1.5 shift=8 seed=42 scheduler=dpm++_sde start_step=3 end_step=-1 \
model=@4.0 image_embeds=@9.0 text_embeds=@6.0 samples=@10.0
12 WanVideoDecode enable_vae_tiling=false vae=@3.0 samples=@11.0
13 VHS_VideoCombine frame_rate=16 loop_count=0 filename_prefix=wan format=video/h264-mp4 \
pingpong=false save_output=true images=@12.0
""".replace("\\\n", "")
)
FRAMEPACK = graph(
    """
1 LoadImage image=lake.png
2 LoadImage image=shore.png
3 FramePackFindNearestBucket base_resolution=640 image=@1.0
4 ImageResize+ width=@3.0 height=@3.1 method=stretch image=@1.0
5 ImageResize+ width=@3.0 height=@3.1 method=stretch image=@2.0
6 VAEEncode pixels=@4.0 vae=@20.0
7 VAEEncode pixels=@5.0 vae=@20.0
8 CLIPVisionEncode crop=center clip_vision=@21.0 image=@4.0
9 CLIPTextEncode text="a boat" clip=@22.0
10 ConditioningZeroOut conditioning=@9.0
11 LoadFramePackModel model=framepack.safetensors
12 FramePackSampler steps=30 use_teacache=true cfg=1.0 guidance_scale=10.0 shift=0.0 seed=47 \
latent_window_size=9 total_second_length=5.0 sampler=unipc_bh1 model=@11.0 positive=@9.0 \
negative=@10.0 start_latent=@6.0 end_latent=@7.0 image_embeds=@8.0
13 VAEDecodeTiled tile_size=256 samples=@12.0 vae=@20.0
14 VHS_VideoCombine frame_rate=30 filename_prefix=framepack format=video/h264-mp4 \
save_output=true images=@13.0
20 VAELoader vae_name=hunyuan.safetensors
21 CLIPVisionLoader clip_name=sig.safetensors
22 DualCLIPLoader clip_name1=clip_l.safetensors clip_name2=llava.safetensors
""".replace("\\\n", "")
)
ANIMATEDIFF = graph(r"""
1 LoadImage image=lake.png
2 ImageScale upscale_method=lanczos width=512 height=320 crop=center image=@1.0
3 VAEEncode pixels=@2.0 vae=@9.2
4 RepeatLatentBatch amount=16 samples=@3.0
5 ADE_UseEvolvedSampling beta_schedule=autoselect model=@9.0
6 CLIPTextEncode text="a boat" clip=@9.1
7 CLIPTextEncode text=fog clip=@9.1
8 KSampler seed=5 steps=20 cfg=7 denoise=0.8 model=@5.0 positive=@6.0 negative=@7.0 \
latent_image=@4.0
9 CheckpointLoaderSimple ckpt_name=sd15.safetensors
10 VAEDecode samples=@8.0 vae=@9.2
11 VHS_VideoCombine frame_rate=8 filename_prefix=ad format=video/h264-mp4 images=@10.0
""")
LTX_GUIDES = graph(
    """
1 LoadImage image=lake.png
2 LoadImage image=shore.png
3 LoadImage image=half_way.png
4 EmptyLTXVLatentVideo width=768 height=512 length=97 batch_size=1
5 CLIPTextEncode text="a boat" clip=@20.1
6 CLIPTextEncode text=fog clip=@20.1
7 LTXVConditioning frame_rate=25 positive=@5.0 negative=@6.0
8 LTXVAddGuide frame_idx=0 strength=1 positive=@7.0 negative=@7.1 vae=@20.2 latent=@4.0 image=@1.0
9 LTXVAddGuide frame_idx=48 strength=1 positive=@8.0 negative=@8.1 vae=@20.2 latent=@8.2 image=@3.0
10 LTXVAddGuide frame_idx=-1 strength=1 positive=@9.0 negative=@9.1 vae=@20.2 latent=@9.2 image=@2.0
11 LTXVScheduler steps=30 max_shift=2.05 latent=@10.2
12 KSamplerSelect sampler_name=euler
13 SamplerCustom add_noise=true noise_seed=9 cfg=3 model=@20.0 positive=@10.0 negative=@10.1 \
sampler=@12.0 sigmas=@11.0 latent_image=@10.2
14 LTXVCropGuides positive=@10.0 negative=@10.1 latent=@13.0
15 VAEDecode samples=@14.2 vae=@20.2
16 SaveAnimatedWEBP filename_prefix=ltx fps=25 lossless=false images=@15.0
20 CheckpointLoaderSimple ckpt_name=ltx.safetensors
""".replace("\\\n", "")
)
COG = graph(
    """
1 LoadImage image=lake.png
2 ImageResizeKJ width=720 height=480 image=@1.0
3 CogVideoImageEncode noise_aug_strength=0 vae=@9.1 start_image=@2.0
4 CogVideoTextEncode prompt="a boat" strength=1 clip=@8.0
5 CogVideoTextEncode prompt=fog strength=1 clip=@8.0
6 CogVideoSampler num_frames=49 steps=25 cfg=6 seed=3 scheduler=CogVideoXDDIM model=@9.0 \
positive=@4.0 negative=@5.0 image_cond_latents=@3.0
7 CogVideoDecode enable_vae_tiling=true vae=@9.1 samples=@6.0
8 CLIPLoader clip_name=t5.safetensors
9 DownloadAndLoadCogVideoModel model=THUDM/CogVideoX-5b-I2V
10 VHS_VideoCombine frame_rate=8 filename_prefix=cog format=video/h264-mp4 images=@7.0
""".replace("\\\n", "")
)
HUNYUAN = graph(
    """
1 LoadImage image=lake.png
2 CLIPVisionEncode clip_vision=@20.0 image=@1.0
3 TextEncodeHunyuanVideo_ImageToVideo prompt="a boat" image_interleave=2 clip=@21.0 \
clip_vision_output=@2.0
4 HunyuanImageToVideo width=720 height=480 length=53 batch_size=1 guidance_type=v2 positive=@3.0 \
vae=@22.0 start_image=@1.0
5 FluxGuidance guidance=6 conditioning=@4.0
6 BasicGuider model=@23.0 conditioning=@5.0
7 RandomNoise noise_seed=11
8 KSamplerSelect sampler_name=euler
9 BasicScheduler scheduler=simple steps=20 denoise=1 model=@23.0
10 SamplerCustomAdvanced noise=@7.0 guider=@6.0 sampler=@8.0 sigmas=@9.0 latent_image=@4.1
11 VAEDecodeTiled samples=@10.0 vae=@22.0
12 CreateVideo fps=24 images=@11.0
13 SaveVideo filename_prefix=hy format=auto codec=auto video=@12.0
20 CLIPVisionLoader clip_name=llava_vision.safetensors
21 DualCLIPLoader clip_name1=clip_l.safetensors clip_name2=llava.safetensors
22 VAELoader vae_name=hunyuan.safetensors
23 UNETLoader unet_name=hunyuan.safetensors
""".replace("\\\n", "")
)
SERVICE = graph(
    """
1 LoadImage image=lake.png
2 LoadImage image=shore.png
3 KlingStartEndFrameNode prompt="a boat" negative_prompt=fog cfg_scale=0.5 seed=8 duration=5 \
start_frame=@1.0 end_frame=@2.0
4 SaveVideo filename_prefix=kling format=auto codec=auto video=@3.0
""".replace("\\\n", "")
)
VACE_ROW = graph(
    """
1 LoadImage image=lake.png
2 LoadImage image=shore.png
3 EmptyImage width=512 height=320 batch_size=31 color=8355711
4 ImageBatch image1=@1.0 image2=@3.0
5 ImageBatch image1=@4.0 image2=@2.0
6 LoadImage image=somebody.png
7 WanVaceToVideo width=512 height=320 length=33 batch_size=1 strength=1 positive=@10.0 \
negative=@11.0 vae=@12.0 control_video=@5.0 reference_image=@6.0
8 KSampler seed=1 steps=20 cfg=6 denoise=1 model=@13.0 positive=@7.0 negative=@7.1 \
latent_image=@7.2
9 TrimVideoLatent trim_amount=@7.3 samples=@8.0
10 CLIPTextEncode text="a boat" clip=@14.0
11 CLIPTextEncode text=fog clip=@14.0
12 VAELoader vae_name=wan.safetensors
13 UNETLoader unet_name=vace.safetensors
14 CLIPLoader clip_name=umt5.safetensors
15 VAEDecode samples=@9.0 vae=@12.0
16 CreateVideo fps=16 images=@15.0
17 SaveVideo filename_prefix=vace format=auto codec=auto video=@16.0
""".replace("\\\n", "")
)

WRAPPED_VACE = graph(r"""
1 LoadImage image=lake.png
2 LoadImage image=shore.png
3 WanVideoVACEStartToEndFrame num_frames=81 empty_frame_level=0.5 start_image=@1.0 end_image=@2.0
4 WanVideoVACEEncode width=832 height=480 num_frames=81 strength=1 vae=@9.0 input_frames=@3.0 \
input_masks=@3.1
5 WanVideoTextEncode positive_prompt="a boat" negative_prompt=fog t5=@8.0
6 WanVideoSampler steps=20 cfg=5 seed=1 model=@7.0 image_embeds=@4.0 text_embeds=@5.0
7 WanVideoModelLoader model=vace.safetensors
8 LoadWanVideoT5TextEncoder model_name=umt5.safetensors
9 WanVideoVAELoader model_name=wan.safetensors
10 WanVideoDecode vae=@9.0 samples=@6.0
11 VHS_VideoCombine frame_rate=16 filename_prefix=vace images=@10.0
""")
# Keys that are not named: the workflow has no such input.
EXPECTED = {
    "wan wrapper": (WAN_WRAPPER, {
        "seed_frame": "1.image", "seed": "10.seed 11.seed", "cfg": "10.cfg 11.cfg",
        "steps": "10.steps 11.steps", "prompt": "6.positive_prompt",
        "negative_prompt": "6.negative_prompt", "length": "9.num_frames", "width": "2.width",
        "height": "2.height", "fps": "13.frame_rate", "filename_prefix": "13.filename_prefix",
    }),
    "framepack": (FRAMEPACK, {
        "seed_frame": "1.image", "end_frame": "2.image", "seed": "12.seed", "cfg": "12.cfg",
        "steps": "12.steps", "prompt": "9.text", "fps": "14.frame_rate",
        "filename_prefix": "14.filename_prefix",
    }),
    "animatediff": (ANIMATEDIFF, {
        "seed_frame": "1.image", "seed": "8.seed", "cfg": "8.cfg", "steps": "8.steps",
        "denoise": "8.denoise", "prompt": "6.text", "negative_prompt": "7.text",
        "length": "4.amount", "width": "2.width", "height": "2.height", "fps": "11.frame_rate",
        "filename_prefix": "11.filename_prefix",
    }),
    "ltx guides": (LTX_GUIDES, {
        "seed_frame": "1.image", "end_frame": "2.image", "seed": "13.noise_seed", "cfg": "13.cfg",
        "steps": "11.steps", "prompt": "5.text", "negative_prompt": "6.text",
        "length": "4.length", "width": "4.width", "height": "4.height",
        "fps": "16.fps 7.frame_rate", "filename_prefix": "16.filename_prefix",
    }),
    "cogvideo": (COG, {
        "seed_frame": "1.image", "seed": "6.seed", "cfg": "6.cfg", "steps": "6.steps",
        "prompt": "4.prompt", "negative_prompt": "5.prompt", "length": "6.num_frames",
        "width": "2.width", "height": "2.height", "fps": "10.frame_rate",
        "filename_prefix": "10.filename_prefix",
    }),
    "hunyuan": (HUNYUAN, {
        "seed_frame": "1.image", "seed": "7.noise_seed", "steps": "9.steps",
        "denoise": "9.denoise", "prompt": "3.prompt", "length": "4.length", "width": "4.width",
        "height": "4.height", "fps": "12.fps", "filename_prefix": "13.filename_prefix",
    }),
    "a service": (SERVICE, {
        "seed_frame": "1.image", "end_frame": "2.image", "seed": "3.seed",
        "prompt": "3.prompt", "negative_prompt": "3.negative_prompt",
        "filename_prefix": "4.filename_prefix",
    }),
    "wrapped vace": (WRAPPED_VACE, {
        "seed_frame": "1.image", "end_frame": "2.image", "seed": "6.seed", "cfg": "6.cfg",
        "steps": "6.steps", "prompt": "5.positive_prompt",
        "negative_prompt": "5.negative_prompt", "length": "4.num_frames 3.num_frames",
        "width": "4.width", "height": "4.height", "fps": "11.frame_rate",
        "filename_prefix": "11.filename_prefix",
    }),
    "vace, a row of pictures": (VACE_ROW, {
        "seed_frame": "1.image", "end_frame": "2.image", "seed": "8.seed", "cfg": "8.cfg",
        "steps": "8.steps", "denoise": "8.denoise", "prompt": "10.text",
        "negative_prompt": "11.text", "length": "7.length", "width": "7.width",
        "height": "7.height", "fps": "16.fps", "filename_prefix": "17.filename_prefix",
    }),
}  # fmt: skip
NEWS: dict[str, str | int | float] = {
    "seed": 2**64 - 1, "cfg": 2.25, "steps": 12, "denoise": 0.5, "prompt": "a fox",
    "negative_prompt": "rain", "length": 41, "width": 320, "height": 256, "fps": 12.5,
    "seed_frame": "restitch_1.png", "end_frame": "restitch_2.png", "filename_prefix": "r/s",
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_every_key_goes_where_it_belongs(name: str) -> None:
    workflow, expected = EXPECTED[name]
    bindings = find_bindings(workflow)
    found = {key: " ".join(map(str, bindings.places(key))) for key in KEYS}
    assert found == {key: expected.get(key, "") for key in KEYS}


@pytest.mark.parametrize("name", EXPECTED)
def test_every_key_can_be_set_and_nothing_else_moves(name: str) -> None:
    workflow, _ = EXPECTED[name]
    bindings = find_bindings(workflow)
    before = read_values(workflow, bindings)
    assert set(before) == set(bindings.keys)
    for key in bindings.keys:
        filled = fill(workflow, bindings, {key: NEWS[key]})
        assert read_values(filled, bindings) == {**before, key: NEWS[key]}


def test_the_handover_of_wrapped_samplers_moves_with_the_steps() -> None:
    filled = fill(WAN_WRAPPER, find_bindings(WAN_WRAPPER), {"steps": 12})
    samplers = [filled[node_id]["inputs"] for node_id in ("10", "11")]  # type: ignore[index]
    assert [(one["start_step"], one["end_step"]) for one in samplers] == [(0, 6), (6, -1)]


def test_a_look_is_offered_for_the_seed_frame_but_never_taken() -> None:
    described = {one.key: one for one in describe_bindings(VACE_ROW)}
    offered = {str(one.at): one for one in described["seed_frame"].candidates}
    assert offered["6.image"].confidence is Confidence.UNSURE
    assert "reference_image" in offered["6.image"].reason
    assert offered["1.image"].confidence is Confidence.LIKELY


def test_a_guidance_in_the_prompt_is_offered_for_cfg() -> None:
    described = {one.key: one for one in describe_bindings(HUNYUAN)}
    assert [str(one.at) for one in described["cfg"].candidates] == ["5.guidance"]
