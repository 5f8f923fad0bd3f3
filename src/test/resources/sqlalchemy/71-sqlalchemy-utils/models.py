import enum
import uuid

import sqlalchemy as sa
import sqlalchemy_utils
from sqlalchemy.ext.declarative import declarative_base
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy_utils import (
    ChoiceType, ColorType, EmailType, EncryptedType, IPAddressType, JSONType, ScalarListType, Timestamp, URLType, UUIDType, create_database, generic_repr,
)
from sqlalchemy_utils.types.encrypted.encrypted_type import StringEncryptedType, AesEngine

Base = declarative_base()


class Kind(enum.Enum):
    small = 1
    large = 2


@generic_repr
class Account(Base, Timestamp):
    __tablename__ = "accounts"

    id = sa.Column(UUIDType, primary_key=True, default=uuid.uuid4)
    as_bytes = sa.Column(UUIDType(binary=False), nullable=False)
    email = sa.Column(EmailType, unique=True)
    short_email = sa.Column(EmailType(100), index=True)
    site = sa.Column(URLType())
    settings = sa.Column(MutableDict.as_mutable(JSONType), nullable=False)
    address = sa.Column(IPAddressType)
    address6 = sa.Column(IPAddressType(max_length=60))
    color = sa.Column(ColorType)
    tags = sa.Column(ScalarListType(int))
    kind = sa.Column(ChoiceType(Kind, impl=sa.Integer()))
    status = sa.Column(ChoiceType([("a", "Active"), ("b", "Blocked")]), server_default="a")
    secret = sa.Column(EncryptedType(sa.Unicode, "key", AesEngine, "pkcs5"))
    token = sa.Column(StringEncryptedType(sa.Unicode, "key", length=255))
    other = sa.Column(sqlalchemy_utils.UUIDType(binary=False, native=True))
