from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table
from sqlalchemy.orm import declarative_base

Base = declarative_base()
LANGUAGES = ("en", "de", "fr")


class Text(Base):
    __tablename__ = "texts"
    id = Column(Integer, primary_key=True)
    for _language in LANGUAGES:
        locals()["text_" + _language] = Column(String(200))


for language in LANGUAGES:
    Table(f"words_{language}", Base.metadata, Column("id", Integer, primary_key=True), Column("word", String(40)))


class Metric(Base):
    __tablename__ = "metric"
    id = Column(Integer, primary_key=True)


for n in range(3):
    setattr(Metric, f"m{n}", Column(Integer))
    Metric.total = Column(Integer)
