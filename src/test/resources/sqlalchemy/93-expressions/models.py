import enum
from datetime import datetime
from typing import Any, Optional
import sqlalchemy as sa
from sqlalchemy import (ARRAY, BigInteger, Boolean, CheckConstraint, Column, Computed, Date, DateTime, Enum, Float, ForeignKey, ForeignKeyConstraint, Identity, Index, Integer, Interval, JSON, LargeBinary, MetaData, Numeric, PrimaryKeyConstraint, Sequence, SmallInteger, String, Table, Text, Time, UniqueConstraint, Uuid, and_, case, cast, column, desc, extract, false, func, literal, literal_column, not_, null, nulls_last, nullsfirst, or_, table, text, true, tuple_, type_coerce, Double)
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects.postgresql import ARRAY as PGARRAY, ENUM, ExcludeConstraint, HSTORE, INT4RANGE, JSONB, TSTZRANGE, array, DOMAIN, array_agg, aggregate_order_by, to_tsvector
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship
from sqlalchemy.sql import expression, quoted_name
from sqlalchemy.sql.elements import conv


class Base(DeclarativeBase):
    metadata = MetaData()


class Mood(enum.Enum):
    sad = "S"
    ok = "it's ok"


mood = Enum(Mood, name="mood", schema="types", metadata=Base.metadata)
big_seq = Sequence("big_seq", start=100, increment=5, data_type=BigInteger, metadata=Base.metadata, cycle=True, cache=10)
own_seq = Sequence("own_seq", schema="types")


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(Identity(always=True, start=5, increment=2, minvalue=1, maxvalue=1000, cycle=True, cache=3), primary_key=True)
    seq = Column(BigInteger, server_default=big_seq.next_value())
    seq2 = Column(BigInteger, own_seq, server_default=own_seq.next_value())
    nv = Column(Integer, server_default=func.nextval("big_seq"))
    m1 = Column(mood, server_default=Mood.ok.name)
    m2 = Column(Enum(Mood, values_callable=lambda e: [i.value for i in e], name="mood_values"), server_default=Mood.ok.value)
    m3 = Column(Enum("x", "y", native_enum=False, length=20, create_constraint=True, name="m3_ck", validate_strings=True))
    m4 = Column(pg.ENUM("p", "q", name="pq", create_type=True), nullable=False)
    m5 = Column(ARRAY(Enum(Mood, name="mood_arr")), server_default="{}")
    b1 = Column(Boolean(name="b1_ck", create_constraint=True))
    c1 = Column(Integer, Computed("nv * 2", persisted=True))
    iv = Column(Interval(second_precision=3))
    iv2 = Column(pg.INTERVAL(fields="DAY TO SECOND", precision=2))
    arr2 = Column(ARRAY(Integer, dimensions=2), server_default=text("'{}'::integer[]"))
    arr3 = Column(PGARRAY(String(5)), server_default=array([], type_=String(5)))
    arr4 = Column(PGARRAY(Integer), server_default=array([1, 2, 3]))
    ts1 = Column(pg.TIMESTAMP(precision=3, timezone=True))
    ts2 = Column(DateTime(True), server_default=text("(now() at time zone 'utc')"))
    ts3 = Column(DateTime, server_default=func.timezone("UTC", func.now()))
    ts4 = Column(DateTime, server_default=func.statement_timestamp())
    d1 = Column(Date, server_default=cast(func.now(), Date))
    d2 = Column(Date, server_default=func.current_date())
    j1 = Column(JSONB(none_as_null=True, astext_type=Text()), server_default=text("'{}'::jsonb"))
    j3 = Column(JSONB, server_default=func.jsonb_build_object("a", 1))
    j4 = Column(JSON, server_default='{"a": "it\'s"}')
    n1 = Column(Numeric(asdecimal=False), server_default="0.0")
    n2 = Column(Numeric(10), server_default=literal(5))
    n3 = Column(Float(53), server_default=literal_column("1.5"))
    n4 = Column(Double(), server_default=text("1.5e3"))
    s1 = Column(String(collation="C"), server_default="")
    s2 = Column(Text(collation="en_US"), server_default=sa.text("'a'::text || 'b'"))
    s3 = Column("quoted Name", String(10), key="s3key", quote=True)
    s4 = Column(quoted_name("UPPER", True), String(10))
    s5 = Column(pg.BIT(5, varying=True))
    s6 = Column(HSTORE, server_default=text("''::hstore"))
    s7 = Column(DOMAIN("posint", Integer, check="VALUE > 0", not_null=True))
    u1 = Column(Uuid(as_uuid=False), server_default=func.gen_random_uuid())
    r1 = Column(TSTZRANGE)
    t1 = Column(Time(timezone=True))
    bl = Column(Boolean, server_default=expression.true(), nullable=False)
    bl2 = Column(Boolean, server_default=sa.sql.false())
    info_ = Column("info", Integer, info={"x": 1}, doc="d", comment="it's a 100% comment")
    __table_args__ = (
        UniqueConstraint("nv", "n1", name="uq1", deferrable=True, initially="DEFERRED"),
        UniqueConstraint("s1", postgresql_nulls_not_distinct=True, postgresql_include=["s2"]),
        CheckConstraint("nv > 0", name="ck_nv"),
        CheckConstraint(and_(nv > 0, or_(n1 < 5, n2.is_(None))), name="ck2"),
        CheckConstraint(func.length(s1) < 10),
        CheckConstraint(nv.between(1, 10) | (n2 != 3), name=conv("ck3")),
        CheckConstraint(~bl, name="ck4"),
        CheckConstraint(s1.in_(["a", "it's"]), name="ck5"),
        CheckConstraint(s1.like("a%"), name="ck6"),
        CheckConstraint(case((bl, nv), else_=0) > 0, name="ck7"),
        CheckConstraint("length(s2) % 2 = 0 AND s1 LIKE '%\\:x%'", name="ck8"),
        CheckConstraint((nv + n2) * 2 - 1 >= -5, name="ck9"),
        CheckConstraint(bl == True, name="ck10"),
        CheckConstraint(func.coalesce(s1, s2).isnot(None), name="ck11"),
        CheckConstraint(d1 > text("now()::date"), name="ck12"),
        CheckConstraint(cast(nv, String) != "5", name="ck13"),
        CheckConstraint(extract("year", ts2) > 2000, name="ck14"),
        CheckConstraint(s1.op("~")("^[a-z]+$"), name="ck15"),
        CheckConstraint(s1.regexp_match("^x"), name="ck16"),
        CheckConstraint(s1.startswith("ab"), name="ck17"),
        Index("ix1", func.lower(s1), postgresql_where=text("bl")),
        Index("ix2", desc(nv), n1.desc().nulls_last(), nulls_last(n2)),
        Index("ix3", func.lower(s1).label("low"), postgresql_ops={"low": "text_pattern_ops"}),
        Index("ix4", j1["a"].astext, j1[("b", "c")].astext),
        Index("ix5", j1, postgresql_using="gin", postgresql_ops={"j1": "jsonb_path_ops"}),
        Index("ix6", cast(s1, String(10)), s2.collate("C")),
        Index("ix7", func.to_tsvector(text("'english'"), func.coalesce(s1, "") + " " + func.coalesce(s2, "")), postgresql_using="gin"),
        Index("ix8", func.to_tsvector(text("'simple'"), s1), postgresql_using="GIN"),
        Index("ix9", nv, unique=True, postgresql_where=and_(bl.is_(True), n1 != None), postgresql_include=["n2"], postgresql_with={"fillfactor": 70}),
        Index("ix10", extract("year", ts2), (nv + 1)),
        Index("ix11", nv, postgresql_where=s1.in_(["a", "b"]), postgresql_nulls_not_distinct=True),
        Index("ix12", text("lower(s1) DESC NULLS LAST"), "nv", postgresql_using="btree"),
        Index("ix14", func.date_trunc("day", ts3), postgresql_where=(m4 == "p")),
        Index("ix15", "s3key"),
        ExcludeConstraint(("r1", "&&"), (nv, "="), name="excl", using="gist", where=text("bl"), deferrable=True),
        ExcludeConstraint((func.int4range(nv, n2), "&&")),
        {"postgresql_partition_by": None, "comment": "a's table", "info": {"k": 1}},
    )


class B(Base):
    __tablename__ = "b"
    x: Mapped[int] = mapped_column(ForeignKey("a.id", name="fk_bx", ondelete="SET NULL", onupdate="CASCADE", deferrable=True, initially="IMMEDIATE", match="FULL"), primary_key=True)
    y: Mapped[Optional[int]] = mapped_column(ForeignKey(A.id, use_alter=True, name="late"))
    z: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    __table_args__ = (ForeignKeyConstraint(["y"], [A.id], ondelete="NO ACTION"),)


part = Table("part", Base.metadata, Column("id", Integer, primary_key=True), Column("at", DateTime, primary_key=True), postgresql_partition_by="RANGE (at)")
child = Table("child", Base.metadata, Column("own", Integer), postgresql_inherits="part", postgresql_tablespace=None)
tmp = Table("tmp", Base.metadata, Column("id", Integer), prefixes=["UNLOGGED"])
Index("late_ix", part.c.at.desc(), unique=False)
CheckConstraint(child.c.own > 5, name="late_ck")
