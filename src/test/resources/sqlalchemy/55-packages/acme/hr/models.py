from ..core import *
from ..core.mixins import Named, Audited, SoftDelete
from sqlalchemy.orm import relationship
from sqlalchemy import Date, Interval, Time, Double, Uuid, true, false, func, Index
import typing

if typing.TYPE_CHECKING:
    from ..payroll.models import Payslip

TABLE_PREFIX = "hr"


def table(name: str) -> str:
    return f"{TABLE_PREFIX}_{name}"


class Department(Named, Audited, Base):
    __tablename__ = table("department")
    id = C(Int, primary_key=True)
    head_id = C(FK(f"{SCHEMA}.{table('employee')}.id", use_alter=True, name="fk_head"))


class Employee(Named, SoftDelete, Audited, Base):
    __tablename__ = table("employee")
    id = C(Int, primary_key=True)
    department_id = C(Int, FK(Department.id), nullable=False)
    badge = short(12, nullable=False, unique=True)
    grade = short()
    hired = C(Date, nullable=False)
    shift = C(Time)
    notice = C(Interval)
    ratio = C(Double, server_default="1.0")
    token = C(Uuid)
    active = C("is_active", __import__("sqlalchemy").Boolean, server_default=true()) if False else C("is_active", Int, server_default="1")
    __table_args__ = (Index("ix_employee_active", badge, postgresql_where=(badge != "x")),)
