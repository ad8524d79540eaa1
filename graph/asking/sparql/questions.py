"""The queries of a question: the rows that answer it, the facts that these rest on, and the facts that deny it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from ...model.dates import Period
from ...model.entities import Entity
from ...model.expression import And, Body, Expression, Minus, Or, bodies_of
from ...model.membership import expression_pattern_of, membership_pattern
from ...model.membership_query import counts_bodies, denied_pattern, known_ends
from ...rdf.source import values
from ...rdf.terms import prologue, sparql_term
from ..kinds_of_members import no_others
from ..logic.logical_form import (
    Aged,
    All,
    AnyOf,
    Attended,
    Average,
    AverageShare,
    BeganIn,
    BusiestYear,
    Compare,
    Condition,
    Contains,
    ContainsAll,
    Count,
    DealtWith,
    Difference,
    EndedIn,
    Entities,
    Existing,
    Exists,
    Fact,
    FirstDate,
    FirstMember,
    FirstOf,
    FirstTo,
    Grown,
    HasInOffice,
    HasOfficers,
    Holds,
    InOrder,
    LacksOfficers,
    Lifetime,
    Linked,
    LinkedTo,
    Longest,
    ManyLinks,
    MemberOf,
    Moment,
    NoShare,
    NotSo,
    Numbered,
    OfficeOf,
    OneOf,
    Organized,
    Pact,
    PairWith,
    Portion,
    Question,
    Related,
    RepresentedIn,
    Rows,
    Said,
    ShareOf,
    SharesWith,
    Signed,
    Similarity,
    SpokeAbout,
    Tally,
    TermDate,
    Times,
    TookOffice,
    TookPart,
    Whether,
    YearsBetween,
    YearsExisting,
    YearsIn,
    YearsOfNumber,
    YearsWhen,
    YesNo,
)
from .counts import (
    Compared,
    average,
    average_share,
    compare,
    compare_grounds,
    difference,
    grown,
    numbered,
    pair_with,
    shares_with,
    similarity,
    tally_grounds,
)
from .deeds import (
    binary_fact,
    dealt_with,
    officers,
    pact,
    related,
    represented_in,
    share_of,
    signed,
    took_part,
)
from .lifetime_patterns import aged
from .link_patterns import written_link
from .offices import held_office
from .restrictions import narrowed
from .time_patterns import grounds_of_known, written_time
from .written import Written, apart, either, joined, values_of

__all__ = ["denial", "exceptions", "grounds", "grounds_of", "numbers_query", "query", "without_figure"]


# The queries of a question


def query(question: Question) -> str:
    """The one query that answers a question, complete with its prefixes."""
    match question:
        case Count(of):
            body = f"SELECT (COUNT(DISTINCT ?answer) AS ?count) WHERE {{\n{_pattern(of.conditions)}\n}}"
        case Rows(conditions):
            body = f"SELECT DISTINCT ?answer WHERE {{\n{_pattern(conditions)}\n}} ORDER BY ?answer"
        case Exists(of):
            body = f"ASK {{\n{_pattern(of.conditions)}\n}}"
        case All():
            body = f"ASK {{\n{_all(question)}\n}}"
        case Compare():
            body = f"ASK {{\n{compare(question)}\n}}"
        case Whether(subjects, conditions):
            parts = (_of_subject(subject, conditions, i) for i, subject in enumerate(subjects, 1))
            body = f"ASK {{\n{chr(10).join(parts)}\n}}"
        case _:
            assert_never(question)
    return prologue(body) + body


def grounds(question: Question) -> str:
    """The pattern that finds `?fact`, what the answer rests on, beside `?answer`."""
    match question:
        case Count(of):
            return _evidence(of.conditions)
        case Rows(conditions):
            return _evidence(conditions)
        case Exists(of):
            return f"{_rows(of.conditions)}\n{_evidence(of.conditions)}"
        case All(of, such):
            return f"{_rows(of.conditions)}\n{_rows(such.conditions)}\n{_evidence(such.conditions)}"
        case Compare(left, _, right):
            return compare_grounds(left, right, share_of)
        case Whether(subjects, (MemberOf() as asked,)):
            return _memberships(asked, "?answer", subjects)
        case Whether(subjects, conditions):
            if any(isinstance(c, (Numbered, SharesWith, PairWith)) for c in conditions):
                return grounds_of(Entities(conditions), subjects)
            return f"{_subjects(subjects)}\n{_evidence(conditions)}"
        case _:
            assert_never(question)


def numbers_query(question: Entities) -> str:
    """The query that answers a question of numbers, with the number of each answer beside it."""
    body = f"SELECT DISTINCT ?answer ?number WHERE {{\n{_pattern(question.conditions)}\n}} ORDER BY ?answer"
    return prologue(body) + body


def grounds_of(question: Entities, entities: Sequence[Entity]) -> str:
    """The same as `grounds`, of entities that are known to answer: what was counted need not be counted again."""
    if entities and len(question.conditions) == 1 and (known := grounds_of_known(question.conditions[0], entities)):
        return known
    if entities and not any(isinstance(c, Fact) for c in question.conditions):
        return f"{_subjects(entities)}\nBIND(?answer AS ?fact)"
    counted = next((c for c in question.conditions if isinstance(c, (Numbered, Grown, SharesWith, PairWith))), None)
    if counted is None or not entities:
        return grounds(question)
    kind = counted.kind
    if isinstance(counted, (Numbered, Grown)) and counted.counted == "members":
        kind = "body"
    role = counted.role if isinstance(counted, Numbered) else "full"
    period = counted.later if isinstance(counted, Grown) else counted.period

    def belongs(member: str, body: str) -> str:
        return membership_pattern(member, body, period, role, node="fact")

    if kind == "body":
        return known_ends(None, entities, belongs, body="answer")
    return known_ends(entities, None, belongs, member="answer")


def denial(question: YesNo) -> str:
    """The pattern that finds `?fact`, what denies a yes; "" if nothing can."""
    match question:
        case Exists() | Compare():
            return ""
        case All(_, such):
            denied = _denial(such.conditions)
            return f"{_rows_of(exceptions(question), 'one', 'answer')}\n{denied}" if denied else ""
        case Whether(subjects, conditions):
            denied = _denial(conditions)
            return f"{_subjects(subjects)}\n{denied}" if denied else ""
        case _:
            assert_never(question)


def exceptions(question: All) -> str:
    """The pattern that finds, as `?one`, those of whom it is not so, though it was asked of all."""
    so = _rows(question.such.conditions, "one", " (1 AS ?so)")
    return f"{_rows(question.of.conditions, 'one')}\nOPTIONAL {so}\nFILTER(!BOUND(?so))"


def without_figure(question: Question) -> str:
    """The pattern that finds, as `?answer`, what has no figure though figures are compared; "" if none are."""
    match question:
        case Rows(conditions) | Count(Rows(conditions)) | Exists(Rows(conditions)) | All(_, Rows(conditions)):
            asked_of = conditions
        case Whether(subjects, conditions):
            asked_of = (OneOf(subjects), *conditions)
        case _:
            return ""
    written = [_written(condition) for condition in asked_of]
    if not any(condition.no_figure for condition in written):
        return ""
    return joined(apart(w.no_figure or w.pattern, "?answer", f"_{i}") for i, w in enumerate(written))


# Conditions together


def _pattern(conditions: Sequence[Condition], one: str = "?answer", subject: str = "") -> str:
    """What meets all conditions at once; the first that facts meet keeps its variables as they are."""
    main = next((i for i, condition in enumerate(conditions) if isinstance(condition, Fact)), 0)
    return joined(
        apart(_written(condition, one).pattern, one, f"{subject}_{i}" if subject or i != main else "")
        for i, condition in enumerate(conditions)
    )


def _evidence(conditions: Sequence[Condition]) -> str:
    """The patterns with `?fact`: an entity that no fact leads to speaks for itself."""
    facts = [i for i, condition in enumerate(conditions) if isinstance(condition, Fact)]
    if not facts:
        return f"{_pattern(conditions)}\nBIND(?answer AS ?fact)"
    written = [_written(condition) for condition in conditions]
    return either(
        joined(
            w.evidence or w.pattern if i == fact else apart(w.pattern, "?answer", f"_{i}")
            for i, w in enumerate(written)
        )
        for fact in facts
    )


def _denial(conditions: Sequence[Condition]) -> str:
    """The facts that deny some condition, of whatever meets those that only narrow."""
    narrowing = _pattern([condition for condition in conditions if not isinstance(condition, Fact)], subject="_")
    denials = [denied for condition in conditions if (denied := _written(condition).denial)]
    return either(joined((narrowing, denied)) for denied in denials)


def _rows(conditions: Sequence[Condition], name: str = "answer", also: str = "") -> str:
    """The SELECT of what meets some conditions, as a column of a name, for use within other patterns."""
    return _rows_of(_pattern(conditions), "answer", name, also)


def _rows_of(pattern: str, variable: str, name: str, also: str = "") -> str:
    column = f"?{name}" if name == variable else f"(?{variable} AS ?{name})"
    return f"{{ SELECT DISTINCT {column}{also} WHERE {{\n{pattern}\n}} }}"


def _all(question: All) -> str:
    asked = _rows(question.of.conditions, "one")
    so = _rows(question.such.conditions, "one", " (1 AS ?so)")
    return (
        f"{{ SELECT (COUNT(DISTINCT ?one) AS ?all) WHERE {{\n{asked}\n}} }}\n"
        f"{{ SELECT (COUNT(DISTINCT ?one) AS ?such) WHERE {{\n{asked}\n{so}\n}} }}\nFILTER(?all = ?such && ?all > 0)"
    )


def _portion(of: Entities, such: Entities, one: str) -> str:
    """How many percent of all that answer one question answer another; of nobody nothing."""
    asked = _rows(of.conditions, "one")
    so = _rows(such.conditions, "one", " (1 AS ?so)")
    return (
        f"{{ SELECT (100.0 * ?such / ?all AS {one}) WHERE {{\n"
        f"{{ SELECT (COUNT(DISTINCT ?one) AS ?all) WHERE {{\n{asked}\n}} }}\n"
        f"{{ SELECT (COUNT(DISTINCT ?one) AS ?such) WHERE {{\n{asked}\n{so}\n}} }}\n"
        f"FILTER(?all > 0)\n}} }}"
    )


def _of_subject(subject: Entity, conditions: Sequence[Condition], number: int) -> str:
    """That a subject meets some conditions; a membership is looked up by the subject itself."""
    if all(isinstance(condition, MemberOf) for condition in conditions):
        return _pattern(conditions, sparql_term(subject.term), str(number))
    return f"{values(f'answer{number}', [subject.term])}\n{_pattern(conditions, f'?answer{number}', str(number))}"


def _subjects(subjects: Sequence[Entity]) -> str:
    return values("answer", (subject.term for subject in subjects))


# Conditions one by one


def _written(condition: Condition, one: str = "?answer") -> Written:
    """A condition as patterns over a variable."""
    match condition:
        case MemberOf():
            return _member_of(condition, one)
        case Contains():
            return _contains(condition, one)
        case ContainsAll():
            return _contains_all(condition, one)
        case AnyOf(conditions):
            written = [_written(each, one) for each in conditions]
            patterns = [apart(each.pattern, one, f"_any{i}") for i, each in enumerate(written)]
            return Written(either(patterns), either(each.evidence or each.pattern for each in written))
        case NotSo(inner):
            return Written(f"MINUS {{ SELECT DISTINCT {one} WHERE {{ {_written(inner, one).pattern} }} }}")
        case Linked() | LinkedTo() | InOrder() | Moment() | FirstDate() | FirstTo() | FirstOf() | ManyLinks():
            return written_link(condition, one)
        case (
            FirstMember()
            | YearsIn()
            | YearsWhen()
            | Times()
            | BusiestYear()
            | YearsOfNumber()
            | Longest()
            | Existing()
            | BeganIn()
            | EndedIn()
            | Lifetime()
            | YearsExisting()
            | YearsBetween()
        ):
            return written_time(condition, one)
        case Portion(of, such):
            return Written(_portion(of, such, one), _evidence(such.conditions))
        case Aged():
            return aged(condition, one, lambda each, which: _written(each, which).pattern)
        case TookPart(events, attended):
            return took_part(events, attended, one)
        case Attended(participant, attended):
            kind = "blocs:Attendance" if attended else "blocs:Absence"
            who = sparql_term(participant.term)
            return Written(f"?fact a {kind} ; blocs:participant {who} ; blocs:event {one} .")
        case Organized(events):
            held = f"{_pattern(events, '?event')}\n?event schema:organizer {one} ."
            return Written(held, f"{held}\n{binary_fact('?event', 'schema:organizer', one)}")
        case DealtWith():
            return dealt_with(condition, one)
        case Pact():
            return pact(condition, one)
        case Related():
            return related(condition, one)
        case Signed():
            return signed(condition, one, _compared)
        case NoShare():
            none = (
                f"{one} a schema:Country .\nFILTER NOT EXISTS {{ ?any a blocs:SigningShare ; blocs:signatory {one} }}"
            )
            return Written(none, f"{none} ?fact blocs:none {one}")
        case ShareOf():
            return Written(share_of(condition, one))
        case Numbered():
            return Written(*numbered(condition, one, _compared))
        case Grown():
            return Written(*grown(condition, one))
        case SharesWith():
            return Written(*shares_with(condition, one, _compared))
        case PairWith():
            return Written(*pair_with(condition, one, _compared))
        case Difference(more, less):
            return Written(difference(condition, one, share_of), compare_grounds(more, less, share_of))
        case Average():
            return Written(average(condition, one, _compared), "?fact blocs:none blocs:none .")
        case AverageShare(among):
            shares = "?fact a blocs:SigningShare ; blocs:signatory ?signatory ."
            within = joined(narrowed(c, "?signatory") for c in among)
            return Written(average_share(condition, one, _compared), f"{within}\n{shares}")
        case Similarity(a, b, period):
            both = Tally((a, b), "members" if a.kind == "body" else "bodies", period)
            return Written(similarity(condition, one), tally_grounds(both))
        case Holds() | TermDate() | TookOffice() | OfficeOf() | HasInOffice():
            return held_office(condition, one)
        case HasOfficers(body, so):
            return Written(officers(body, so, one), denial=officers(body, not so, one))
        case RepresentedIn():
            return represented_in(condition, one)
        case LacksOfficers(state):
            lacks = f"?fact a blocs:NonRepresentation ; blocs:represented {sparql_term(state.term)}"
            return Written(f"{lacks} ; blocs:in {one} .")
        case Said(_, statements):
            return Written(f"{values_of('fact', statements)} ?fact blocs:speaker {one} .")
        case SpokeAbout(act, subject):
            about = f"?fact a blocs:{act} ; blocs:about {sparql_term(subject.term)}"
            return Written(f"{about} ; blocs:speaker {one} .")
        case _:
            return Written(narrowed(condition, one))


def _compared(condition: Compared, one: str) -> str:
    """What those meet that are compared."""
    return _written(condition, one).pattern if isinstance(condition, Contains | NotSo) else narrowed(condition, one)


def _member_of(condition: MemberOf, one: str) -> Written:
    expression, period, role = condition.expression, condition.period, condition.role
    pattern = expression_pattern_of(expression, one, period, role)
    if without := no_others(condition.kind, one):
        if one.startswith("?"):
            pattern = f"{{ SELECT DISTINCT {one} WHERE {{\n{pattern}\n}} }}\n{without}"
        else:
            pattern += f"\n{without.replace('MINUS', 'FILTER NOT EXISTS')}"
    return Written(pattern, _memberships(condition, one), _denied(expression, one, period))


def _denied(expression: Expression, one: str, period: Period, node: str = "fact") -> str:
    """The pattern of what denies, as `?fact`, that a member is in a set of bodies; "" where no denial alone does."""
    match expression:
        case Body(body):
            return denied_pattern(one, sparql_term(body.term), period, node)
        case And(left, right):
            return either(filter(None, (_denied(each, one, period, node) for each in (left, right))))
        case Or():
            parts = _parts_of(expression)
            denied = [_denied(each, one, period, node) for each in parts]
            if not all(denied):
                return ""
            # Each of them has to be denied; by which of the denials it is shown does not matter.
            others = [_denied(each, one, period, f"{node}Too{n}") for n, each in enumerate(parts)]
            return "\n".join(["{ " + either(denied) + " }", *(f"FILTER EXISTS {{ {each} }}" for each in others)])
        case Minus(left):
            return _denied(left, one, period, node)
    return ""


def _parts_of(expression: Expression) -> list[Expression]:
    """The sets of which an alternative is made, whatever the brackets."""
    if isinstance(expression, Or):
        return [*_parts_of(expression.left), *_parts_of(expression.right)]
    return [expression]


def _memberships(condition: MemberOf, one: str, subjects: Sequence[Entity] | None = None) -> str:
    """The pattern of the memberships that a set of bodies rests on, each as `?fact`; of some subjects if given."""
    bodies = None if counts_bodies(condition.expression) else bodies_of(condition.expression)
    return known_ends(
        subjects,
        bodies,
        lambda member, body: membership_pattern(
            one if subjects is None else member, body, condition.period, condition.role, node="fact"
        ),
        one[1:],
    )


def _contains_all(condition: ContainsAll, one: str) -> Written:
    """Bodies that share as many members with a set as it has."""
    own = ", ".join(sparql_term(body.term) for body in bodies_of(condition.expression))
    theirs, every = (
        expression_pattern_of(condition.expression, each, condition.period) for each in ("?each", "?every")
    )
    belongs = membership_pattern("?each", one, condition.period, number="All")
    pattern = (
        f"{{ SELECT {one} (COUNT(DISTINCT ?each) AS ?shared) WHERE {{\n{theirs}\n{belongs}\n}} GROUP BY {one} }}"
        f"\n{{ SELECT (COUNT(DISTINCT ?every) AS ?all) WHERE {{\n{every}\n}} }}"
        f"\nFILTER(?shared = ?all && {one} NOT IN ({own}))"
    )
    fact = membership_pattern("?member", one, condition.period, node="fact")
    member = expression_pattern_of(condition.expression, "?member", condition.period, first=60)
    return Written(pattern, f"{{ SELECT DISTINCT {one} WHERE {{\n{pattern}\n}} }}\n{member}\n{fact}")


def _contains(condition: Contains, one: str) -> Written:
    period, role = condition.period, condition.role
    parts = [
        membership_pattern(sparql_term(member.term), one, period, role, number=str(i))
        for i, member in enumerate(condition.members, 1)
    ]
    for i, member in enumerate(condition.without, len(parts) + 1):
        inner = membership_pattern(sparql_term(member.term), one, period, role, number=str(i))
        parts = [f"{{ SELECT DISTINCT {one} WHERE {{\n{chr(10).join(parts)}\n}} }}\nMINUS {{ {inner} }}"]
    belongs = known_ends(
        condition.members,
        None,
        lambda member, body: membership_pattern(member, body, period, role, node="fact"),
        body=one[1:],
    )
    return Written("\n".join(parts), belongs)
