"""Files and codecs: probing, frame-exact reading, encoding, joining."""
