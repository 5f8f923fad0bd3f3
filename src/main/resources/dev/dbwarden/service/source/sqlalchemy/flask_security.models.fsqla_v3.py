# The columns of Flask-Security's (5.6) models, third version.
from flask_security.models import fsqla, fsqla_v2
from flask_security import AsaList
from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, LargeBinary, String, func
from sqlalchemy.ext.declarative import declared_attr
from sqlalchemy.ext.mutable import MutableList


class FsModels(fsqla_v2.FsModels):
    pass


class FsRoleMixin(fsqla_v2.FsRoleMixin):
    pass


class FsUserMixin(fsqla_v2.FsUserMixin):
    fs_webauthn_user_handle = Column(String(64), unique=True)
    mf_recovery_codes = Column(MutableList.as_mutable(AsaList()))
    password = Column(String(255))
    us_phone_number = Column(String(128), unique=True)


class FsWebAuthnMixin:
    id = Column(Integer, primary_key=True)
    credential_id = Column(LargeBinary(1024), index=True, unique=True, nullable=False)
    public_key = Column(LargeBinary, nullable=False)
    sign_count = Column(Integer)
    transports = Column(MutableList.as_mutable(AsaList()))
    backup_state = Column(Boolean, nullable=False)
    device_type = Column(String(64), nullable=False)
    extensions = Column(String(255))
    create_datetime = Column(DateTime, nullable=False, server_default=func.now())
    lastuse_datetime = Column(DateTime, nullable=False)
    name = Column(String(64), nullable=False)
    usage = Column(String(64), nullable=False)

    @declared_attr
    def user_id(cls):
        return Column(Integer, ForeignKey(f"{fsqla.FsModels.user_table_name}.id", ondelete="CASCADE"), nullable=False)
