# What SQLAlchemy-Utils (0.41) makes of its types. Those that are missing need more than their own DDL.
import passlib
from sqlalchemy import BINARY, BLOB, CHAR, Column, Date, DateTime, JSON, LargeBinary, String, Unicode, UnicodeText, VARBINARY
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator, UserDefinedType


class UUIDType(TypeDecorator):
    impl = BINARY(16)

    def __init__(self, binary=True, native=True):
        self.binary = binary
        self.native = native

    def load_dialect_impl(self, dialect):
        if self.native and dialect.name == "postgresql":
            return postgresql.UUID()
        return BINARY(16) if self.binary else CHAR(32)


class EmailType(TypeDecorator):
    impl = Unicode

    def __init__(self, length=255):
        super().__init__(length)


class URLType(TypeDecorator):
    impl = UnicodeText


class JSONType(TypeDecorator):
    impl = UnicodeText

    def load_dialect_impl(self, dialect):
        return JSON() if dialect.name == "postgresql" else UnicodeText()


class PasswordType(TypeDecorator):
    impl = VARBINARY

    def __init__(self, max_length=None, **options):
        self.max_length = max_length

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return postgresql.BYTEA()
        length = passlib.longest_password if self.max_length is None else self.max_length
        return BLOB(length) if dialect.name == "sqlite" else VARBINARY(length)


class IPAddressType(TypeDecorator):
    impl = Unicode

    def __init__(self, max_length=50):
        super().__init__(max_length)


class CurrencyType(TypeDecorator):
    impl = String(3)


class LocaleType(TypeDecorator):
    impl = Unicode(10)


class CountryType(TypeDecorator):
    impl = String(2)


class TimezoneType(TypeDecorator):
    impl = Unicode(50)


class ColorType(TypeDecorator):
    impl = Unicode

    def __init__(self, max_length=20):
        super().__init__(max_length)


class PhoneNumberType(TypeDecorator):
    impl = Unicode

    def __init__(self, region="US", max_length=20):
        super().__init__(max_length)


class LtreeType(UserDefinedType):
    pass


@compiles(LtreeType, "postgresql")
def ltree(type, compiler):
    return "LTREE"


class EnrichedDateTimeType(TypeDecorator):
    impl = DateTime

    def __init__(self, datetime_processor=None, timezone=False):
        super().__init__(timezone)


class ArrowType(TypeDecorator):
    impl = DateTime


class EnrichedDateType(TypeDecorator):
    impl = Date()


class ScalarListType(TypeDecorator):
    impl = UnicodeText()


class StringEncryptedType(TypeDecorator):
    impl = String

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **options):
        super().__init__(**options)


class EncryptedType(TypeDecorator):
    impl = LargeBinary

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **options):
        super().__init__(**options)


class ChoiceType(TypeDecorator):
    impl = Unicode(255)

    def __init__(self, choices, impl=Unicode(255)):
        self.said = impl

    def load_dialect_impl(self, dialect):
        return self.said


class TSVectorType(TypeDecorator):
    impl = postgresql.TSVECTOR

    def __init__(self, *columns, **options):
        self.columns = columns


class BitType(TypeDecorator):
    impl = BINARY

    def __init__(self, length=1):
        self.length = length

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return postgresql.BIT(self.length)
        return String(self.length) if dialect.name == "sqlite" else BINARY(self.length)


class WeekDaysType(TypeDecorator):
    impl = BitType(7)


class RangeType(TypeDecorator):
    def __init__(self, *arguments, **options):
        self.arguments = arguments

    def load_dialect_impl(self, dialect):
        return self.range if dialect.name == "postgresql" else String(255)


class IntRangeType(RangeType):
    range = postgresql.INT4RANGE


class Int8RangeType(RangeType):
    range = postgresql.INT8RANGE


class NumericRangeType(RangeType):
    range = postgresql.NUMRANGE


class DateRangeType(RangeType):
    range = postgresql.DATERANGE


class DateTimeRangeType(RangeType):
    range = postgresql.TSRANGE


class Timestamp:
    created = Column(DateTime, nullable=False)
    updated = Column(DateTime, nullable=False)
