from enum import *
from typing import *
from sqlalchemy import *
from sqlalchemy.orm import *
from datetime import *


class Base(DeclarativeBase):
    pass


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Paint(Base):
    __tablename__ = "paint"
    id: Mapped[int] = mapped_column(primary_key=True)
    colour: Mapped[Optional[Colour]] = mapped_column(Enum(Colour, name="colour"))
    name: Mapped[Optional[str]] = mapped_column(String(20))
    kind: Mapped[Literal["oil", "water"]]
    size: Mapped[Union[int, None]]
    mixed: Mapped[Optional[datetime]]
    made: Mapped[datetime] = mapped_column(server_default=func.CURRENT_TIMESTAMP())
    seen: Mapped[datetime] = mapped_column(server_default=func.NOW())
    __table_args__ = (Index("ix_paint_name", func.coalesce(name, "none")),)
