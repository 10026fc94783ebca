"""Runs along the chain: generating a scene, and making everything downstream anew."""
