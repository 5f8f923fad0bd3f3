from __future__ import annotations
from .base import Base, ID_LEN
