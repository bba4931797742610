"""What a golden case is, and how attributes become MXNet's strings."""

from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional, Union

import numpy as np

ELEMENTWISE, SUM, EXACT = "elementwise", "sum", "exact"


@dataclass
class Case:
    """One call of one operator.

    op       canonical registry name
    inputs   NumPy arrays, in the operator's order
    attrs    attributes as Python values; `str` gives what MXNet's Python front end sends
    grad     "auto": gradients of all floating inputs; a list of input indices; None: forward only
    compare  how results are compared: "elementwise", "sum" (long sums, whose order may differ) or "exact"
    train    the training flag while recording and in backward
    seed     `mx.random.seed` right before the call
    out      index of the input that receives the output, for operators that update in place; a list for several outputs
    states   indices of inputs the operator changes; their values after forward and after backward are kept
    throws   MXNet refuses the call; only that is kept
    heads    head gradients instead of the random ones
    """

    op: str
    inputs: List[np.ndarray] = field(default_factory=list)
    attrs: Dict[str, Any] = field(default_factory=dict)
    grad: Union[str, List[int], None] = "auto"
    compare: str = ELEMENTWISE
    train: bool = True
    seed: Optional[int] = None
    out: Union[int, List[int], None] = None
    states: List[int] = field(default_factory=list)
    throws: bool = False
    heads: Optional[List[np.ndarray]] = None

    def attr_strings(self) -> Dict[str, str]:
        return {name: str(value) for name, value in self.attrs.items()}

    def grad_inputs(self) -> List[int]:
        if self.grad == "auto":
            return [i for i, x in enumerate(self.inputs) if x.dtype.kind == "f"]
        return list(self.grad or [])

    def label(self) -> str:
        """Operator, attributes, shapes and dtypes (float32 unsaid), as the test's name."""
        attrs = " ".join(f"{k}={v}" for k, v in self.attr_strings().items())
        shapes = " ".join(
            "x".join(map(str, x.shape)) + ("" if x.dtype == np.float32 else f":{x.dtype}") for x in self.inputs
        )
        notes = "" if self.train else "predict"
        return " ".join(filter(None, [self.op, attrs, shapes, notes]))
