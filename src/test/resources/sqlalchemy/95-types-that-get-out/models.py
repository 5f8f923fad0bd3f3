from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base
from sqlalchemy.types import UserDefinedType

Base = declarative_base()


class Commented(UserDefinedType):
    def get_col_spec(self):
        return "INTEGER -- and no more"


class Ended(UserDefinedType):
    def get_col_spec(self):
        return "INTEGER); CREATE TABLE other (id INTEGER"


class Item(Base):
    __tablename__ = "items"
    id = Column(Integer, primary_key=True)
    commented = Column(Commented)
    ended = Column(Ended)
