"""Data frames in, data frames out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark.sql import types as spark
from pyspark.sql.functions import col

from vaclint.arrow.columns import Columns, wrong_columns
from vaclint.arrow.lint import BatchOptions, columns_of, lint_batch
from vaclint.arrow.postings import holds_posting
from vaclint.arrow.schema import SCHEMA
from vaclint.duplicates.steps import READ, SPARK, layout, steps
from vaclint.model.errors import VaclintError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

ROWS = 64
"""So many rows are answered at a time: what is written of them takes more room than they do."""
COMPARED = ("id", "language", "sketch")
"""The columns by which near-duplicates are found."""
CONNECT = "pyspark.sql.connect"
OTHER = pa.list_(pa.null())
"""What stands for the types of Spark that no advert is in."""
_SIMPLE: dict[pa.DataType, spark.DataType] = {
    pa.string(): spark.StringType(),
    pa.float64(): spark.DoubleType(),
    pa.int32(): spark.IntegerType(),
    pa.int64(): spark.LongType(),
}
_KNOWN: dict[type[spark.DataType], pa.DataType] = {
    spark.BinaryType: pa.binary(),
    **{type(each): type_ for type_, each in _SIMPLE.items()},
}


def lint(
    df: DataFrame,
    text: str | None = None,
    id: str | None = None,
    title: str | None = None,
    options: BatchOptions = BatchOptions(),
) -> DataFrame:
    """Check the adverts in the rows of a frame: a row for each, with the columns of
    ``vaclint.arrow.SCHEMA``. Nothing runs until the frame that is returned is used.

    ``text`` is the column of the texts, strings or bytes, or of JobPostings as JSON or structs;
    ``id`` and ``title`` those of what an advert is known by and of its title. What is not given is
    found by its name. Raises VaclintError for columns that are not there or hold something else,
    where none is known to hold the id, and for options that cannot be.
    """
    schema = pa.schema([(field.name, _arrow_type(field.dataType)) for field in df.schema])
    columns = columns_of(schema, {"text": text, "id": id, "title": title}, options)
    if columns.id is None and not holds_posting(schema.field(columns.text).type):
        raise wrong_columns("no column is known to hold the id; name it", df.columns)
    names = dict.fromkeys(filter(None, columns))
    read = df.select([col(f"`{name.replace('`', '``')}`") for name in names])
    return read.mapInArrow(partial(_answered, columns, options), _struct(SCHEMA))


def _answered(
    columns: Columns, options: BatchOptions, batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """What a worker does with its rows; the engine is made once for its process."""
    for batch in batches:
        for at in range(0, len(batch), ROWS):
            yield lint_batch(batch.slice(at, ROWS), columns, options)


def duplicates(df: DataFrame, least: float = 0.75, folder: str | None = None) -> DataFrame:
    """The near-duplicates among the rows that ``lint`` gave: ``first``, ``second`` (by id, the
    lesser first) and ``similarity``, from ``least`` up; docs/duplicates.md says what counts. Rows
    without an id or a sketch are left out; of those that share an id one counts.

    ``df`` is read several times: write what ``lint`` gives and read that, or every text is checked
    anew. What is read more than once on the way is written to ``folder``, in a place that all
    workers reach, and is there to be removed afterwards; without one it is kept by the executors,
    as local checkpoints, and the job fails where one of them is lost. Raises VaclintError where a
    column is missing, and without a folder on Spark Connect, where such checkpoints end too early.
    """
    if folder is None and type(df).__module__.startswith(CONNECT):
        message = "on Spark Connect name a folder that all workers reach: duplicates(df, folder=…)"
        raise VaclintError("config", "vaclint", message)
    if missing := [name for name in COMPARED if name not in df.columns]:
        raise wrong_columns(f"there is no column '{missing[0]}'", df.columns)
    session = df.sparkSession
    frames = {
        "given": df.select(*COMPARED),
        "layout": session.createDataFrame(list(layout()), "part string, band int, bin bigint"),
    }
    made = list(steps(SPARK, least))
    for step in made:
        read: Any = {name: frame for name, frame in frames.items() if step.reads(name)}
        frame = session.sql(_with_frames(step.query, read), **read)
        if not step.is_view and sum(later.reads(step.name) for later in made) > 1:
            frame = _kept(frame, step.name, folder)
        frames[step.name] = frame
    return frames["pairs"]


def _kept(frame: DataFrame, name: str, folder: str | None) -> DataFrame:
    """A frame worked out once: what reads it has no plan of all that it was made from."""
    if folder is None:
        return frame.localCheckpoint()
    path = f"{folder.rstrip('/')}/{name}"
    frame.write.mode("overwrite").parquet(path)
    return frame.sparkSession.read.parquet(path)


def _with_frames(query: str, names: Iterable[str]) -> str:
    """A query in which some names stand for frames."""
    for name in names:
        query = re.sub(rf"{READ.format(name)}( AS \w+)?", _in_braces, query)
    return query


def _in_braces(read: re.Match[str]) -> str:
    """``FROM name`` as ``FROM {name} AS name``, unless it has another name there."""
    word, name, *other = read[0].split()
    return " ".join((word, f"{{{name}}}", *(other or ("AS", name))))


def _arrow_type(type_: spark.DataType) -> pa.DataType:
    """The type of a column as far as it tells whether it may hold a text or a JobPosting."""
    if isinstance(type_, spark.StructType):
        return pa.struct([(field.name, _arrow_type(field.dataType)) for field in type_])
    return _KNOWN.get(type(type_), OTHER)


def _struct(fields: Iterable[pa.Field]) -> spark.StructType:
    """The type of Spark for a row with some fields of Arrow."""
    return spark.StructType(
        [spark.StructField(each.name, _spark_type(each.type)) for each in fields]
    )


def _spark_type(type_: pa.DataType) -> spark.DataType:
    """The type of Spark for one of Arrow, as far as the answers have it."""
    if pa.types.is_struct(type_):
        return _struct(type_)
    if pa.types.is_list(type_):
        return spark.ArrayType(_spark_type(type_.value_type))
    if pa.types.is_map(type_):
        return spark.MapType(_spark_type(type_.key_type), _spark_type(type_.item_type))
    return _SIMPLE[type_]
