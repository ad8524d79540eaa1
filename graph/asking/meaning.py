"""What a question can mean: each form with its restatement in words and its one SPARQL query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model.dates import Period
from ..model.entities import Entity
from ..model.expression import Everyone, Expression, Minus, bodies_of
from ..model.membership import expression_pattern_of, membership_pattern
from ..rdf.source import values
from ..rdf.terms import prologue, sparql_term

__all__ = [
    "Count",
    "Question",
    "Select",
    "YesNo",
    "at",
    "binary_fact",
    "every",
    "exists",
    "members",
    "named",
    "only_of",
    "shared_bodies",
    "without",
]


@dataclass(frozen=True)
class Select:
    """A question whose answer is rows: entities, numbers or dates.

    `pattern` binds `?variable`, the column that answers; `answer` is "entities", "percent", "number" or "dates";
    `grounds` is the pattern that finds `?fact`, what the answer rests on, beside the same variable; `missing` one
    that finds, as `?answer`, whatever has no figure; `denial` one that finds `?fact`, what denies it of the variable.
    An `expression` is a set of bodies whose members answer. `kinds` are those of the entities that can answer, where
    they can be named one by one ("besides Russia").
    """

    understood: str
    pattern: str
    variable: str = "answer"
    answer: str = "entities"
    grounds: str = ""
    expression: Expression | None = None
    missing: str = ""
    denial: str = ""
    period: Period | None = None
    role: str = "full"
    kinds: tuple[str, ...] = ()

    def rows(self, name: str, also: str = "") -> str:
        """The SELECT of the entities that answer, as a column of another name, for use within other patterns."""
        column = f"?{name}" if name == self.variable else f"(?{self.variable} AS ?{name})"
        return f"{{ SELECT DISTINCT {column}{also} WHERE {{\n{self.pattern}\n}} }}"

    @property
    def facts(self) -> str:
        """The pattern that finds `?fact`, what the answer rests on, beside the variable."""
        if self.expression is None:
            return self.grounds or self.pattern
        period = self.period or Period(None, None)
        belongs = membership_pattern(f"?{self.variable}", "?body", period, self.role, node="fact")
        return f"{self.rows(self.variable)}\n{values('body', (e.term for e in bodies_of(self.expression)))}\n{belongs}"

    @property
    def query(self) -> str:
        """The query whose rows answer."""
        body = f"SELECT DISTINCT ?{self.variable} WHERE {{\n{self.pattern}\n}} ORDER BY ?{self.variable}"
        return prologue(body) + body


@dataclass(frozen=True)
class Count:
    """How many rows another question has."""

    of: Select

    @property
    def understood(self) -> str:
        """The question restated."""
        return f"how many: {self.of.understood}"

    @property
    def query(self) -> str:
        """The query that counts."""
        body = f"SELECT (COUNT(DISTINCT ?{self.of.variable}) AS ?answer) WHERE {{\n{self.of.pattern}\n}}"
        return prologue(body) + body


@dataclass(frozen=True)
class YesNo:
    """A question with three answers: yes, no, and that nothing says so.

    `grounds` is the pattern of the facts (`?fact`) that a yes rests on, `denial` of those that deny it, or "".
    `exceptions` are those of whom it is not so, where it was asked of all of some; `between` are the members and the
    bodies, where it was asked of memberships.
    """

    understood: str
    pattern: str
    grounds: str = ""
    denial: str = ""
    period: Period | None = None
    exceptions: Select | None = None
    between: tuple[Sequence[Entity], Sequence[Entity]] | None = None

    @property
    def query(self) -> str:
        """The query that says yes or no."""
        body = f"ASK {{\n{self.pattern}\n}}"
        return prologue(body) + body


Question = Select | Count | YesNo


def named(entities: Sequence[Entity], word: str = "and") -> str:
    """Labels in words.

    >>> from ..model.entities import Entity
    >>> named([Entity("i:a", "a", "A", "state"), Entity("i:b", "b", "B", "state"), Entity("i:c", "c", "C", "state")])
    'A, B and C'
    """
    labels = [entity.short for entity in entities]
    return f" {word} ".join([*([", ".join(labels[:-1])] if labels[1:] else []), *labels[-1:]])


def at(period: Period) -> str:
    """A period in words, after a restatement.

    >>> at(Period("1999", "1999")), at(Period("1990", "1995")), at(Period(None, None))
    (', as of 1999', ', during 1990:1995', ', at any time')
    """
    if period.start is None and period.end is None:
        return ", at any time"
    return f", {'as of' if period.start == period.end else 'during'} {period}"


_NO_STATE = "MINUS { ?member a org:Organization } MINUS { ?member a schema:Person }"


def members(expression: Expression, period: Period, kind: str = "", role: str = "full") -> Select:
    """Members of a set of bodies, of one kind where one was asked for."""
    pattern = expression_pattern_of(expression, "member", period, role)
    if kind == "state":
        pattern = f"{{ SELECT DISTINCT ?member WHERE {{\n{pattern}\n}} }}\n{_NO_STATE}"
    what = {"full": "members", "any": "members, associates and observers"}.get(role, f"{role}s")
    if kind == "state" and role == "full":
        what = "member states"
    match expression:
        case Minus(Everyone(), excluded):
            said = f"states that are not in {excluded}"
        case _:
            said = f"{what} of {expression}"
    bodies = values("body", (e.term for e in bodies_of(expression)))
    denial = f"{bodies}\n?fact a blocs:NonMembership ; org:member ?member ; org:organization ?body ."
    return Select(
        f"{said}{at(period)}",
        pattern,
        "member",
        expression=expression,
        denial=denial,
        period=period,
        role=role,
        kinds=("state", "body") if kind == "" else ("state",),
    )


def shared_bodies(
    states: Sequence[Entity], period: Period, without: Sequence[Entity] = (), role: str = "full"
) -> Select:
    """The bodies that all of some members are in, and none of some others."""
    parts = [
        membership_pattern(sparql_term(e.term), "?answer", period, role, number=str(i)) for i, e in enumerate(states, 1)
    ]
    for i, entity in enumerate(without, len(states) + 1):
        inner = membership_pattern(sparql_term(entity.term), "?answer", period, role, number=str(i))
        parts = [f"{{ SELECT DISTINCT ?answer WHERE {{\n{chr(10).join(parts)}\n}} }}\nMINUS {{ {inner} }}"]
    grounds = values("member", (e.term for e in states)) + "\n"
    grounds += membership_pattern("?member", "?answer", period, role, node="fact")
    who = named(states) + (f" {'is' if len(states) == 1 else 'are all' if len(states) > 2 else 'are both'} in")
    but = f" and {named(without, 'or')} {'is' if len(without) == 1 else 'are'} not in" if without else ""
    return Select(
        f"bodies that {who}{but}{at(period)}",
        "\n".join(parts),
        grounds=grounds,
        period=period,
        role=role,
        kinds=("body",),
    )


def binary_fact(subject: str, predicate: str, object: str) -> str:
    """The pattern that finds `?fact`, the node that says where a triple stands.

    >>> binary_fact(":cis-dmc", "org:subOrganizationOf", ":cis")
    '?fact rdf:subject :cis-dmc ; rdf:predicate org:subOrganizationOf ; rdf:object :cis .'
    """
    return f"?fact rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {object} ."


def exists(found: Select) -> YesNo:
    """Whether a question has any row."""
    return YesNo(f"whether there are any: {found.understood}", found.pattern, found.facts, "", found.period)


def every(of: Select, such: Select) -> YesNo:
    """Whether all that answer one question answer another; of nobody nothing is so."""
    asked = of.rows("one")
    so = such.rows("one", " (1 AS ?so)")
    pattern = (
        f"{{ SELECT (COUNT(DISTINCT ?one) AS ?all) WHERE {{\n{asked}\n}} }}\n"
        f"{{ SELECT (COUNT(DISTINCT ?one) AS ?such) WHERE {{\n{asked}\n{so}\n}} }}\nFILTER(?all = ?such && ?all > 0)"
    )
    exceptions = Select("", f"{asked}\nOPTIONAL {so}\nFILTER(!BOUND(?so))", "one")
    denial = f"{exceptions.rows(such.variable)}\n{such.denial}" if such.denial else ""
    understood = f"whether all {of.understood}, are among the {such.understood}"
    return YesNo(understood, pattern, f"{of.rows(such.variable)}\n{such.facts}", denial, such.period, exceptions)


def only_of(found: Select, entities: Sequence[Entity]) -> Select | None:
    """The same question of some entities only; None where they cannot answer it."""
    if not {entity.kind for entity in entities} <= set(found.kinds):
        return None
    clause = values(found.variable, (entity.term for entity in entities))
    return _narrowed(found, f"of {named(entities)}: {found.understood}", f"\n{clause}")


def without(found: Select, entities: Sequence[Entity]) -> Select | None:
    """The same question, some entities left out; None where they cannot answer it."""
    if not {entity.kind for entity in entities} <= set(found.kinds):
        return None
    clause = ", ".join(sparql_term(entity.term) for entity in entities)
    return _narrowed(
        found, f"{found.understood}, leaving out {named(entities)}", f"\nFILTER(?{found.variable} NOT IN ({clause}))"
    )


def _narrowed(found: Select, understood: str, clause: str) -> Select:
    grounds = found.grounds + clause if found.grounds else ""
    missing = found.missing + clause if found.missing else ""
    return replace(found, understood=understood, pattern=found.pattern + clause, grounds=grounds, missing=missing)
