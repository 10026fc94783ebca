"""Names that come near one that does not exist."""

from __future__ import annotations

import pytest

from restitch_app.comfy.workflows.nearest import nearest, nearest_class

MODELS = (
    "sd_xl_base_1.0.safetensors",
    "Wan2_2-I2V-A14B-HIGH_fp8_e4m3fn_scaled_KJ.safetensors",
    "Wan2_2-I2V-A14B-LOW_fp8_e4m3fn_scaled_KJ.safetensors",
    "wan\\wan2.2_i2v_high_noise_14B_fp16.safetensors",
    "umt5_xxl_fp16.safetensors",
)
CLASSES = {
    "KSampler": ("KSampler", "KSampler"),
    "KSamplerAdvanced": ("KSamplerAdvanced", "KSampler (Advanced)"),
    "SaveVideo": ("SaveVideo", "Save Video"),
    "ImageGrid": ("ImageGrid", "Image Grid"),
    "GetImageSize": ("GetImageSize", "Get Image Size"),
}


def test_another_kind_of_the_same_model_comes_first_and_others_do_not_come_up() -> None:
    found = nearest("wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors", MODELS)
    assert found[:2] == (MODELS[3], MODELS[1])
    assert "sd_xl_base_1.0.safetensors" not in found


def test_the_same_file_in_another_folder_is_the_nearest() -> None:
    wanted = "video/wan2.2_i2v_high_noise_14B_fp16.safetensors"
    assert nearest(wanted, MODELS)[0] == MODELS[3]


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("KSampler Advanced", "KSamplerAdvanced"),
        ("ksampler", "KSampler"),
        ("VideoSave", "SaveVideo"),
    ],
)
def test_classes_are_found_by_either_name_and_in_any_order(wanted: str, first: str) -> None:
    assert nearest_class(wanted, CLASSES)[0] == first


def test_what_only_shares_a_common_word_is_not_near() -> None:
    assert nearest_class("WanVideoSampler", CLASSES) == ()
    assert nearest("", MODELS) == ()
