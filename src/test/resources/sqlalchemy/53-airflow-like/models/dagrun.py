from sqlalchemy import Boolean, Column, Enum, Float, ForeignKey, ForeignKeyConstraint, Index, Integer, PickleType, PrimaryKeyConstraint, String, Text, UniqueConstraint, and_, func, or_, text
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.orm import declared_attr, joinedload, relationship, synonym
from models.base import Base, StringID
from utils.sqlalchemy import ExtendedJSON, UtcDateTime


class DagRunState:
    QUEUED = "queued"
    RUNNING = "running"


class DagRun(Base):
    """Invocation instance of a DAG"""

    __tablename__ = "dag_run"

    id = Column(Integer, primary_key=True)
    dag_id = Column(StringID(), nullable=False)
    queued_at = Column(UtcDateTime)
    logical_date = Column("execution_date", UtcDateTime, default=None, nullable=False)
    start_date = Column(UtcDateTime)
    _state = Column("state", String(50), default=DagRunState.QUEUED)
    run_id = Column(StringID(), nullable=False)
    external_trigger = Column(Boolean, default=True)
    conf = Column(PickleType)
    updated_at = Column(UtcDateTime, default=None, onupdate=None)
    clear_number = Column(Integer, default=0, nullable=False, server_default="0")
    dag_model = relationship("DagModel", primaryjoin="foreign(DagRun.dag_id) == DagModel.dag_id", uselist=False, viewonly=True) if False else None

    __table_args__ = (
        Index("dag_id_state", dag_id, _state),
        UniqueConstraint("dag_id", "execution_date"),
        UniqueConstraint("dag_id", "run_id"),
        Index("idx_dag_run_dag_id", dag_id),
        Index(
            "idx_dag_run_running_dags",
            "state",
            "dag_id",
            postgresql_where=text("state='running'"),
            sqlite_where=text("state='running'"),
        ),
        Index("idx_dag_run_lower", func.lower(run_id)),
    )

    task_instances = relationship("TaskInstance", back_populates="dag_run")

    @declared_attr
    def state(self):
        return synonym("_state", descriptor=property(self.get_state, self.set_state))

    def get_state(self):
        return self._state

    def set_state(self, state):
        self._state = state


class TaskInstance(Base):
    __tablename__ = "task_instance"
    task_id = Column(StringID(), primary_key=True, nullable=False)
    dag_id = Column(StringID(), primary_key=True, nullable=False)
    run_id = Column(StringID(), primary_key=True, nullable=False)
    map_index = Column(Integer, primary_key=True, nullable=False, server_default=text("-1"))
    start_date = Column(UtcDateTime)
    duration = Column(Float)
    state = Column(String(20))
    try_number = Column(Integer, default=0)
    executor_config = Column(ExtendedJSON)
    _task_display_property_value = Column("task_display_name", String(2000), nullable=True)

    __table_args__ = (
        Index("ti_dag_state", dag_id, state),
        Index("ti_state_lkp", dag_id, task_id, run_id, state),
        PrimaryKeyConstraint("dag_id", "task_id", "run_id", "map_index", name="task_instance_pkey"),
        ForeignKeyConstraint([dag_id, run_id], ["dag_run.dag_id", "dag_run.run_id"], name="task_instance_dag_run_fkey", ondelete="CASCADE"),
    )
    dag_run = relationship("DagRun", back_populates="task_instances", lazy="joined", innerjoin=True)
    execution_date = association_proxy("dag_run", "execution_date")


class TaskReschedule(Base):
    __tablename__ = "task_reschedule"
    id = Column(Integer, primary_key=True)
    task_id = Column(StringID(), nullable=False)
    dag_id = Column(StringID(), nullable=False)
    run_id = Column(StringID(), nullable=False)
    map_index = Column(Integer, nullable=False, server_default=text("-1"))
    reschedule_date = Column(UtcDateTime, nullable=False)
    __table_args__ = (
        Index("idx_task_reschedule_dag_task_run", dag_id, task_id, run_id, map_index, unique=False),
        ForeignKeyConstraint(
            [dag_id, task_id, run_id, map_index],
            ["task_instance.dag_id", "task_instance.task_id", "task_instance.run_id", "task_instance.map_index"],
            name="task_reschedule_ti_fkey",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint([dag_id, run_id], ["dag_run.dag_id", "dag_run.run_id"], name="task_reschedule_dr_fkey", ondelete="CASCADE"),
    )


class Variable(Base):
    __tablename__ = "variable"
    __NO_DEFAULT_SENTINEL = object()

    id = Column(Integer, primary_key=True)
    key = Column(StringID(), unique=True)
    _val = Column("val", Text)
    description = Column(Text)
    is_encrypted = Column(Boolean, unique=False, default=False)

    @declared_attr
    def val(cls):
        return synonym("_val", descriptor=property(cls.get_val, cls.set_val))

    def get_val(self):
        return self._val

    def set_val(self, value):
        self._val = value
