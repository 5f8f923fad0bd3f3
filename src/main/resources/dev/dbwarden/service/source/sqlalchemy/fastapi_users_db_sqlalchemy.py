# The columns of the tables of FastAPI Users, after the published source of its adapter for SQLAlchemy (6.0.1; the same since version 5); not compared with the package.
from sqlalchemy import Boolean, CHAR, Column, ForeignKey, Integer, String, TIMESTAMP
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import declared_attr
from sqlalchemy.types import TypeDecorator
from typing import Generic, TypeVar

ID = TypeVar("ID")


class GUID(TypeDecorator):
    impl = CHAR(36)

    def load_dialect_impl(self, dialect):
        return postgresql.UUID() if dialect.name == "postgresql" else CHAR(36)


class TIMESTAMPAware(TypeDecorator):
    impl = TIMESTAMP


class SQLAlchemyBaseUserTable(Generic[ID]):
    __tablename__ = "user"

    email = Column(String(320), unique=True, index=True, nullable=False)
    hashed_password = Column(String(1024), nullable=False)
    is_active = Column(Boolean, nullable=False)
    is_superuser = Column(Boolean, nullable=False)
    is_verified = Column(Boolean, nullable=False)


class SQLAlchemyBaseUserTableUUID(SQLAlchemyBaseUserTable):
    id = Column(GUID, primary_key=True)


class SQLAlchemyBaseOAuthAccountTable(Generic[ID]):
    __tablename__ = "oauth_account"

    oauth_name = Column(String(100), index=True, nullable=False)
    access_token = Column(String(1024), nullable=False)
    expires_at = Column(Integer)
    refresh_token = Column(String(1024))
    account_id = Column(String(320), index=True, nullable=False)
    account_email = Column(String(320), nullable=False)


class SQLAlchemyBaseOAuthAccountTableUUID(SQLAlchemyBaseOAuthAccountTable):
    id = Column(GUID, primary_key=True)

    @declared_attr
    def user_id(cls):
        return Column(GUID, ForeignKey("user.id", ondelete="cascade"), nullable=False)


class SQLAlchemyBaseAccessTokenTable(Generic[ID]):
    __tablename__ = "accesstoken"

    token = Column(String(43), primary_key=True)
    created_at = Column(TIMESTAMPAware(timezone=True), index=True, nullable=False)


class SQLAlchemyBaseAccessTokenTableUUID(SQLAlchemyBaseAccessTokenTable):
    @declared_attr
    def user_id(cls):
        return Column(GUID, ForeignKey("user.id", ondelete="cascade"), nullable=False)
