import sqlalchemy as sa
from sqlalchemy_utils import ArrowType, CountryType, CurrencyType, LocaleType, PasswordType, PhoneNumberType, TimezoneType
from models import Base


class Place(Base):
    __tablename__ = "places"

    id = sa.Column(sa.Integer, primary_key=True)
    at = sa.Column(ArrowType)
    zoned = sa.Column(ArrowType(timezone=True), index=True)
    country = sa.Column(CountryType)
    currency = sa.Column(CurrencyType, nullable=False)
    locale = sa.Column(LocaleType)
    zone = sa.Column(TimezoneType(backend="pytz"))
    password = sa.Column(PasswordType(max_length=200, schemes=["pbkdf2_sha512"]))
    phone = sa.Column(PhoneNumberType())
