"""Arrays in, values out: SSIM and the other measures, quality checks."""
