"""The SHACL shapes of the model as SPARQL queries, so that any source can be held against them.

Each constraint of `data/shapes.ttl` becomes a query for the nodes that break it. What is translated is the part of
SHACL (https://www.w3.org/TR/shacl/) that the shapes use; another constraint in them is an error of theirs. A SHACL
processor finds the same on an RDF file; it need not be installed, and this works on a store or an endpoint too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store

from ..rdf.source import Source
from ..rdf.terms import PREFIXES, Term
from ..rdf.together import rows_together
from ..resources import resource
from .finding import ADVICE, ERROR, WARNING, Finding, shown

__all__ = ["Constraint", "read_constraints", "violations"]

_SH = "http://www.w3.org/ns/shacl#"
_SHAPE = "https://w3id.org/blocs/shape#"
_RDF = PREFIXES["rdf"]
_SEVERITIES = {"Violation": ERROR, "Warning": WARNING, "Info": ADVICE}

_ABOUT = {"path", "message", "severity", "order", "targetClass", "targetSubjectsOf", "targetObjectsOf", "property"}
_COUNTS = {"minCount", "maxCount", "hasValue", "uniqueLang", "qualifiedMaxCount", "qualifiedValueShape"}


@dataclass(frozen=True)
class Constraint:
    """One thing that must hold: what is said where it does not, and the query for the nodes where it does not.

    The query's variables are `?this`, the node, and in most queries `?value`, what is wrong about it.
    """

    severity: str
    message: str
    way_out: str
    query: str


def violations(source: Source, constraints: list[Constraint] | None = None) -> Iterator[tuple[Term, Finding]]:
    """Everything in a source that breaks a constraint (by default those of the model), each with its node."""
    seen: set[tuple[Term, str]] = set()
    constraints = read_constraints() if constraints is None else constraints
    answers = rows_together(source, [constraint.query for constraint in constraints])
    for constraint, rows in zip(constraints, answers, strict=True):
        for row in sorted(rows, key=str):
            node, value = row[0], row[1] if len(row) > 1 else None
            assert node is not None
            what = constraint.message.replace("{?value}", shown(value))
            if value is not None and "{?value}" not in constraint.message and value != node:
                what += f" Here it is {shown(value)}."
            elif (node, constraint.message) in seen:
                continue  # several constraints of one property say the same of the same node
            seen.add((node, constraint.message))
            yield node, Finding(constraint.severity, shown(node), what, constraint.way_out)


def read_constraints(text: str | None = None) -> list[Constraint]:
    """The constraints of a SHACL file in Turtle, by default those of the model.

    Raises NotImplementedError where the file has a constraint that is not translated.
    """
    content = resource("data", "shapes.ttl").read_text(encoding="utf-8") if text is None else text
    return list(_Shapes(content).constraints())


class _Shapes:
    """The graph of shapes, and its translation."""

    def __init__(self, content: str) -> None:
        self.store = Store()
        self.store.load(content.encode(), RdfFormat.TURTLE)

    def constraints(self) -> Iterator[Constraint]:
        """All constraints of all shapes that have a target."""
        shapes = {
            quad.subject
            for name in ("targetClass", "targetSubjectsOf", "targetObjectsOf")
            for quad in self.store.quads_for_pattern(None, NamedNode(_SH + name), None)
        }
        for shape in sorted(shapes, key=str):
            target = self._target(shape)
            for what in self._node_violations(shape):
                yield self._constraint(shape, f"SELECT DISTINCT ?this WHERE {{ {target} {what} }}")
            for part in self._all(shape, "property"):
                for variables, what in self._property_violations(part):
                    yield self._constraint(part, f"SELECT DISTINCT {variables} WHERE {{ {target} {what} }}")
            for part in self._all(shape, "sparql"):
                yield self._constraint(part, self._select(target, self._text(part, "select")))

    def _constraint(self, shape: Term, query: str) -> Constraint:
        severity = self._one(shape, "severity")
        name = severity.value.removeprefix(_SH) if isinstance(severity, NamedNode) else "Violation"
        way_out = next((o.value for o in self._objects(shape, _SHAPE + "wayOut") if isinstance(o, Literal)), "")
        return Constraint(_SEVERITIES[name], self._text(shape, "message"), way_out, query)

    def _target(self, shape: Term) -> str:
        """The pattern that binds `?this` to the nodes that a shape is about, each once."""
        branches = []
        for sort, pattern in (
            ("targetClass", "?this a ?via"),
            ("targetSubjectsOf", "?this ?via ?thing"),
            ("targetObjectsOf", "?thing ?via ?this"),
        ):
            terms = sorted(map(str, self._all(shape, sort)))
            if terms:
                branches.append(f"{{ VALUES ?via {{ {' '.join(terms)} }} {pattern} }}")
            if len(terms) == 1:
                branches[-1] = f"{{ {pattern.replace('?via', terms[0])} }}"
        found = " UNION ".join(branches)
        if self._all(shape, "targetObjectsOf"):
            # Engines test what follows before they make rows distinct, but not before they group them; a body that ten
            # thousand facts name would be tested ten thousand times.
            return f"{{ SELECT ?this WHERE {{ {found} }} GROUP BY ?this }}"
        return f"{{ SELECT DISTINCT ?this WHERE {{ {found} }} }}"

    def _select(self, target: str, select: str) -> str:
        """A SPARQL constraint, which the target limits."""
        match = re.fullmatch(r"\s*SELECT\s+(?:DISTINCT\s+)?([^{]*?)\s*WHERE\s*(\{.*\})\s*", select, re.DOTALL)
        if match is None:
            raise NotImplementedError(select)
        variables = match[1].replace("$", "?")
        return f"SELECT DISTINCT {variables} WHERE {{ {target} {match[2]} }}"

    # What breaks a shape

    def _node_violations(self, shape: Term) -> Iterator[str]:
        """The patterns of what breaks a node shape at `?this` itself."""
        for name, values in self._components(shape):
            for value in values:
                if name == "or":
                    yield " ".join(sorted(map(self._fails, self._list(value)), key=_is_test))
                else:
                    yield f"FILTER(!({self._holds(name, value, '?this')}))"

    def _fails(self, shape: Term) -> str:
        """The pattern of "`?this` does not conform to a shape"; a triple is one that an engine can begin with."""
        components = self._components(shape)
        if [name for name, _ in components] == ["not"] and not self._all(shape, "property"):
            (denied,) = components[0][1]
            (part, *others) = self._all(denied, "property") or [denied]
            if not (others or self._components(denied)) and [name for name, _ in self._components(part)] == [
                "hasValue"
            ]:
                return f"?this {self._path(part)} {self._components(part)[0][1][0]} ."
        return f"FILTER(!({self._conforms(shape, '?this')}))"

    def _property_violations(self, shape: Term) -> Iterator[tuple[str, str]]:
        """The variables and patterns of what breaks a property shape."""
        path = self._path(shape)
        for name, values in self._components(shape):
            for value in values:
                if name in _COUNTS:
                    what = self._count_violation(shape, name, value, path)
                    if what:
                        yield "?this", what
                else:
                    yield "?this ?value", f"?this {path} ?value . FILTER(!({self._holds(name, value, '?value')}))"

    def _count_violation(self, shape: Term, name: str, value: Term, path: str) -> str:
        """The pattern of what breaks a constraint on all values of a path together; "" where another one has it."""
        match name:
            case "minCount":
                return f"FILTER NOT EXISTS {{ {_different('?this', path, self._number(value))} }}"
            case "maxCount":
                return _different("?this", path, self._number(value) + 1)
            case "hasValue":
                return f"FILTER NOT EXISTS {{ ?this {path} {value} }}"
            case "uniqueLang":
                same = 'LANG(?v1) != "" && LCASE(LANG(?v1)) = LCASE(LANG(?v2))'
                return f"{_different('?this', path, 2)} FILTER({same})"
            case "qualifiedMaxCount":
                number = self._number(value) + 1
                inner = self._one(shape, "qualifiedValueShape")
                assert inner is not None
                tests = " && ".join(self._conforms(inner, f"?v{i}") for i in range(1, number + 1))
                return f"{_different('?this', path, number)} FILTER({tests})"
        return ""

    # What holds, as an expression

    def _conforms(self, shape: Term, node: str) -> str:
        """The expression for "a node conforms to a shape that stands inside another one"."""
        tests = []
        if self._all(shape, "path"):
            path = self._path(shape)
            for name, values in self._components(shape):
                for value in values:
                    tests.append(self._path_holds(name, value, node, path))
        else:
            tests += [self._holds(name, v, node) for name, values in self._components(shape) for v in values]
            tests += [self._conforms(part, node) for part in self._all(shape, "property")]
        return f"({' && '.join(tests)})" if tests else "true"

    def _path_holds(self, name: str, value: Term, node: str, path: str) -> str:
        match name:
            case "minCount":
                return f"EXISTS {{ {_different(node, path, self._number(value))} }}"
            case "hasValue":
                return f"EXISTS {{ {node} {path} {value} }}"
        raise NotImplementedError(f"sh:{name} inside another shape")

    def _holds(self, name: str, value: Term, node: str) -> str:
        """The expression for "a value fulfils one constraint"."""
        text = value.value if isinstance(value, Literal | NamedNode) else ""
        match name:
            case "datatype":
                return f"(isLITERAL({node}) && COALESCE(DATATYPE({node}) = {value}, false))"
            case "nodeKind":
                tests = {"IRI": "isIRI", "Literal": "isLITERAL", "BlankNode": "isBLANK"}
                kinds = text.removeprefix(_SH).split("Or")
                return "(" + " || ".join(f"{tests[kind]}({node})" for kind in kinds) + ")"
            case "pattern":
                return f"(!isBLANK({node}) && REGEX(STR({node}), {value}))"
            case "minLength":
                return f"(!isBLANK({node}) && STRLEN(STR({node})) >= {text})"
            case "minInclusive":
                return f"COALESCE({node} >= {text}, false)"
            case "maxInclusive":
                return f"COALESCE({node} <= {text}, false)"
            case "class":
                return f"EXISTS {{ {node} a {value} }}"
            case "in":
                return f"{node} IN ({', '.join(map(str, self._list(value)))})"
            case "node":
                return self._conforms(value, node)
            case "not":
                return f"(!{self._conforms(value, node)})"
            case "or":
                return "(" + " || ".join(self._conforms(one, node) for one in self._list(value)) + ")"
        raise NotImplementedError(f"sh:{name}")

    # The graph of shapes

    def _components(self, shape: Term) -> list[tuple[str, list[Term]]]:
        """The constraints of a shape: SHACL's name of each, and its values."""
        assert isinstance(shape, NamedNode | BlankNode)
        found: dict[str, list[Term]] = {}
        for quad in self.store.quads_for_pattern(shape, None, None):
            name = quad.predicate.value.removeprefix(_SH)
            if quad.predicate.value.startswith(_SH) and name not in _ABOUT and name != "sparql":
                found.setdefault(name, []).append(quad.object)
        return sorted((name, sorted(values, key=str)) for name, values in found.items())

    def _path(self, shape: Term) -> str:
        path = self._one(shape, "path")
        if isinstance(path, NamedNode):
            return str(path)
        assert path is not None
        alternatives = self._one(path, "alternativePath")
        if alternatives is None:
            raise NotImplementedError("a path that is neither a property nor a choice of properties")
        return f"({'|'.join(map(str, self._list(alternatives)))})"

    def _objects(self, subject: Term, predicate: str) -> list[Term]:
        assert isinstance(subject, NamedNode | BlankNode)
        quads = self.store.quads_for_pattern(subject, NamedNode(predicate), None)
        return sorted((quad.object for quad in quads), key=self._order)

    def _order(self, term: Term) -> str:
        """Blank nodes have no name to sort by; their messages and paths do."""
        if not isinstance(term, BlankNode):
            return str(term)
        return " ".join(sorted(f"{q.predicate}{q.object}" for q in self.store.quads_for_pattern(term, None, None)
                               if not isinstance(q.object, BlankNode)))  # fmt: skip

    def _all(self, subject: Term, name: str) -> list[Term]:
        return self._objects(subject, _SH + name)

    def _one(self, subject: Term, name: str) -> Term | None:
        return next(iter(self._all(subject, name)), None)

    def _text(self, subject: Term, name: str) -> str:
        value = self._one(subject, name)
        return value.value if isinstance(value, Literal) else ""

    def _number(self, value: Term) -> int:
        assert isinstance(value, Literal)
        return int(value.value)

    def _list(self, head: Term) -> list[Term]:
        items = []
        while isinstance(head, BlankNode):
            items += self._objects(head, _RDF + "first")
            head = self._objects(head, _RDF + "rest")[0]
        return items


def _is_test(pattern: str) -> bool:
    return pattern.startswith("FILTER")


def _different(node: str, path: str, number: int) -> str:
    """The pattern of so many different values of a path."""
    names = [f"?v{i}" for i in range(1, number + 1)]
    tests = "".join(f" FILTER(!sameTerm({a}, {b}))" for a, b in combinations(names, 2))
    return f"{node} {path} {', '.join(names)} .{tests}"
