from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Nameless(Base):
    __tablename__ = "".lower()
    id = Column(Integer, primary_key=True)
