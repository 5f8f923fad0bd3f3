from ..extensions import db
from .mixins import PkModel, TimestampMixin
from sqlalchemy.ext.hybrid import hybrid_property

user_roles = db.Table(
    "user_roles",
    db.Column("user_id", db.Integer, db.ForeignKey("user.id", ondelete="CASCADE"), primary_key=True),
    db.Column("role_id", db.Integer, db.ForeignKey("role.id", ondelete="CASCADE"), primary_key=True),
)


class Role(PkModel):
    name = db.Column(db.String(80), unique=True, nullable=False)

    def __repr__(self):
        return f"<Role({self.name!r})>"


class User(TimestampMixin, PkModel):
    username = db.Column(db.String(80), unique=True, nullable=False)
    email = db.Column(db.String(120), unique=True, index=True, nullable=False)
    _password = db.Column("password", db.LargeBinary(128), nullable=True)
    active = db.Column(db.Boolean(), default=False, server_default=db.false())
    is_admin = db.Column(db.Boolean(), default=False)
    roles = db.relationship("Role", secondary=user_roles, backref=db.backref("users", lazy="dynamic"))

    @hybrid_property
    def password(self):
        return self._password

    @password.setter
    def password(self, value):
        self._password = value.encode()
