from dataclasses import dataclass, field
from datetime import datetime
from typing import List, Optional


@dataclass
class OrderLine:
    sku: str
    qty: int


@dataclass
class Batch:
    reference: str
    eta: Optional[datetime] = None
    lines: List[OrderLine] = field(default_factory=list)
