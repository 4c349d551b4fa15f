"""Runs where iiif-prezi3 is: reads the files that are named, prints what is wrong with each as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import iiif_prezi3


def faults_of(text: str) -> list[str]:
    """What the model of its type refuses, and every property that the model does not give back as it was."""
    said = json.loads(text)
    model = {"Manifest": iiif_prezi3.Manifest, "Collection": iiif_prezi3.Collection}.get(said.get("type"))
    if model is None:
        return [f"neither a manifest nor a collection: {said.get('type')}"]
    try:
        understood = json.loads(model.model_validate_json(text).jsonld())
    except ValueError as error:
        return [str(error)]
    names = sorted({*said, *understood})
    return [f"{name} was not understood" for name in names if said.get(name) != understood.get(name)]


print(
    json.dumps(
        {name: faults for name in sys.argv[1:] if (faults := faults_of(Path(name).read_text("utf-8")))}
    )
)
