import re
from re import sub, compile as rc
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import as_declarative, declared_attr

CAMEL = re.compile(r"(?<!^)(?=[A-Z])")
first_cap_re = re.compile('(.)([A-Z][a-z]+)')
all_cap_re = re.compile('([a-z0-9])([A-Z])')


def camel_to_snake(name: str) -> str:
    s1 = first_cap_re.sub(r'\1_\2', name)
    return all_cap_re.sub(r'\1_\2', s1).lower()


def resolve_table_name(name):
    """Resolves table names to their mapped names."""
    names = re.split("(?=[A-Z])", name)  # noqa
    return "_".join([x.lower() for x in names if x])


def dashed(name):
    return re.sub(r"[A-Z]", lambda m: "_" + m.group(0).lower(), name).lstrip("_")


@as_declarative()
class Base:
    @declared_attr
    def __tablename__(cls):
        return resolve_table_name(cls.__name__)

    id = Column(Integer, primary_key=True)


class UserProfile(Base):
    name = Column(String(20))


class HTTPServer(Base):
    @declared_attr
    def __tablename__(cls) -> str:
        return camel_to_snake(cls.__name__)
    owner_id = Column(ForeignKey("user_profile.id"))


class OrderItem(Base):
    __tablename__ = CAMEL.sub("_", "OrderItem").lower() + "s"


class OddThing(Base):
    @declared_attr
    def __tablename__(cls) -> str:
        return dashed(cls.__name__)


class Words(Base):
    __tablename__ = "_".join(re.findall(r"[A-Z][a-z]+", "WordsOfModels")).lower()


class Named(Base):
    __tablename__ = sub(r"(?P<a>[a-z])(?P<b>\d)", r"\g<a>_\g<2>", "named1x2")


class Groups(Base):
    __tablename__ = "-".join(re.split(r"(\d)", "a1b2c"))
