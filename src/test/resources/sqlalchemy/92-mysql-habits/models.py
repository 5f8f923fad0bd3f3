import enum
import sqlalchemy as sa
from sqlalchemy import *
from sqlalchemy.dialects import mysql
from sqlalchemy.dialects.mysql import (BIGINT, BIT, CHAR, DATETIME, DECIMAL, DOUBLE, ENUM, FLOAT, INTEGER, JSON as MJSON, LONGBLOB, LONGTEXT, MEDIUMINT, MEDIUMTEXT, SET, SMALLINT as MSMALL, TIME as MTIME, TIMESTAMP as MTS, TINYINT, TINYTEXT, VARCHAR as MVARCHAR, YEAR)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s", "pk": "pk_%(table_name)s"})


class State(enum.Enum):
    on = 1
    off = 2


class T(Base):
    __tablename__ = "t"
    __table_args__ = (
        Index("ft", "txt", mysql_prefix="FULLTEXT", mysql_with_parser="ngram"),
        Index("pre", "txt", "name", mysql_length={"txt": 20, "name": 5}),
        Index("us", "name", mysql_using="hash"),
        Index("ex", func.lower(text("name"))) if False else Index("ex", text("(lower(name))")),
        Index("ex2", func.upper("name")) if False else Index("dd", desc("name")),
        UniqueConstraint("name", "kind"),
        CheckConstraint("num > 0", name="num_pos"),
        {"mysql_engine": "InnoDB", "mysql_default_charset": "utf8mb4", "mysql_collate": "utf8mb4_unicode_ci", "mysql_row_format": "DYNAMIC", "mysql_auto_increment": "100", "comment": "it's 100%", "mariadb_engine": "Aria"},
    )
    id = Column(BIGINT(unsigned=True), primary_key=True, autoincrement=True)
    num = Column(INTEGER(display_width=11, unsigned=True, zerofill=True))
    tiny = Column(TINYINT(1), server_default="1", nullable=False)
    tinyu = Column(TINYINT(unsigned=True), server_default=text("0"))
    name = Column(MVARCHAR(50, charset="latin1", collation="latin1_bin"), nullable=False)
    nat = Column(mysql.NVARCHAR(20))
    txt = Column(LONGTEXT(collation="utf8mb4_bin"))
    txt2 = Column(Text(1000))
    txt3 = Column(Text(70000))
    tt = Column(TINYTEXT)
    blob = Column(LargeBinary(70000))
    lb = Column(LONGBLOB)
    kind = Column(ENUM("a", "b", "it's"), server_default="a")
    kinds = Column(SET("x", "y"))
    st = Column(Enum(State), server_default="on")
    st2 = Column(Enum(State, native_enum=False, create_constraint=True, name="stck"))
    dt = Column(DATETIME(fsp=6), server_default=func.now(6))
    dt2 = Column(DateTime, server_default=func.now(), server_onupdate=func.now())
    ts = Column(MTS(fsp=3), server_default=text("CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)"), nullable=False)
    ts2 = Column(TIMESTAMP, nullable=True)
    tm = Column(MTIME(fsp=2))
    yr = Column(YEAR)
    bits = Column(BIT(4), server_default=text("b'0'"))
    dec = Column(DECIMAL(10, 2, unsigned=True), server_default="0.00")
    dbl = Column(DOUBLE(10, 3, asdecimal=False))
    flt = Column(FLOAT(7, 2))
    f2 = Column(Float(24))
    js = Column(JSON, server_default=text("('{}')"))
    u = Column(Uuid, server_default=text("(uuid())"))
    iv = Column(Interval)
    bo = Column(Boolean, server_default=sql.false(), index=True)
    comp = Column(Integer, Computed("num + 1", persisted=True))
    comp2 = Column(Integer, Computed("num + 2"))
    ch = Column(CHAR(3, charset="ascii"), comment="c's")
    un = Column(Unicode(10), unique=True)
    pk2 = Column(mysql.BINARY(16), index=True)
    med = Column(MEDIUMINT(8))
    sm = Column(MSMALL(unsigned=True))
    self_id = Column(BIGINT(unsigned=True), ForeignKey("t.id", ondelete="CASCADE", onupdate="SET NULL"))


class U(Base):
    __tablename__ = "u"
    a = Column(Integer, primary_key=True, autoincrement=False)
    b = Column(String(10), primary_key=True)
    c = Column(ForeignKey("t.id"), index=True)
    __table_args__ = (ForeignKeyConstraint(["a"], ["v.id"], name="fk_named", use_alter=True),)


class V(Base):
    __tablename__ = "v"
    id = Column(Integer, Sequence("vseq"), primary_key=True)
    ua = Column(Integer)
    ub = Column(String(10))
    __table_args__ = (ForeignKeyConstraint(["ua", "ub"], ["u.a", "u.b"], name="fk_v_u"),)
