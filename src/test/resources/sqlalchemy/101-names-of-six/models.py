import six
from six.moves import range, zip
from sqlalchemy import CheckConstraint, Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Policy(Base):
    __tablename__ = "policies"
    KINDS = set(("mean", "sum")).union(set((str(i) + "pct" for i in six.moves.range(1, 3))))
    KINDS = KINDS.union(set(map(lambda s: "rate:" + s, KINDS)))
    id = Column(Integer, primary_key=True)
    kind = Column(String(len(KINDS)), default=six.text_type("mean"))
    __table_args__ = tuple(CheckConstraint("id <> %d" % i, name=name) for i, name in zip(range(2), ("none", "one")))
