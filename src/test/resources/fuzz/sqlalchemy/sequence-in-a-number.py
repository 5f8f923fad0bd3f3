from sqlalchemy import Sequence
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


numbers = Sequence("numbers", metadata=Base.metadata, schema=1)
