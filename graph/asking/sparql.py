"""The queries of a question: the rows that answer it, the facts that these rest on, and the facts that deny it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from ..model.entities import Entity
from ..model.expression import bodies_of
from ..model.membership import expression_pattern_of, membership_pattern
from ..model.membership_query import counts_bodies, known_ends
from ..rdf.source import values
from ..rdf.terms import prologue, sparql_term
from .logical_form import (
    After,
    Aged,
    All,
    Among,
    AnyOf,
    Attended,
    Average,
    AverageShare,
    Before,
    BeganIn,
    Bound,
    BusiestYear,
    ByDate,
    Compare,
    Condition,
    Contains,
    Count,
    DealtWith,
    Difference,
    Documents,
    During,
    EndedIn,
    Entities,
    Existing,
    Exists,
    Extreme,
    Fact,
    FirstEvent,
    FirstMember,
    FirstOf,
    FirstTo,
    HasInOffice,
    HasOfficers,
    Holds,
    InOrder,
    InPlace,
    Is,
    LacksOfficers,
    Lifetime,
    Linked,
    LinkedTo,
    Longest,
    ManyLinks,
    MemberOf,
    Moment,
    NoShare,
    NotOneOf,
    NotSo,
    NotUnrepresented,
    Numbered,
    OfficeOf,
    OfKind,
    OfNoun,
    OneOf,
    Organized,
    Pact,
    PairWith,
    Planned,
    Portion,
    Question,
    Really,
    Related,
    RepresentedIn,
    Rows,
    Said,
    SaidWith,
    ShareOf,
    SharesWith,
    Signed,
    Similarity,
    SpokeAbout,
    StatementOf,
    Tally,
    Than,
    Times,
    TookPart,
    Whether,
    YearsBetween,
    YearsExisting,
    YearsIn,
    YearsOfNumber,
    YesNo,
)
from .sparql_of_counts import (
    Compared,
    average,
    average_share,
    compare,
    compare_grounds,
    compared_among,
    difference,
    numbered,
    pair_with,
    shares_with,
    similarity,
    tally_grounds,
)
from .time_patterns import aged, grounds_of_known, written_link, written_time
from .written import Written, either, filter_of, values_of

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
            return compare_grounds(left, right, _share_of)
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
    counted = next((c for c in question.conditions if isinstance(c, (Numbered, SharesWith, PairWith))), None)
    if counted is None or not entities:
        return grounds(question)
    if isinstance(counted, Numbered):
        kind, role = ("body" if counted.counted == "members" else "state"), counted.role
    else:
        kind, role = counted.kind, "full"

    def belongs(member: str, body: str) -> str:
        return membership_pattern(member, body, counted.period, role, node="fact")

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
    return _joined(_apart(w.no_figure or w.pattern, "?answer", f"_{i}") for i, w in enumerate(written))


# Conditions together


def _pattern(conditions: Sequence[Condition], one: str = "?answer", subject: str = "") -> str:
    """What meets all conditions at once; the first that facts meet keeps its variables as they are."""
    main = next((i for i, condition in enumerate(conditions) if isinstance(condition, Fact)), 0)
    return _joined(
        _apart(_written(condition, one).pattern, one, f"{subject}_{i}" if subject or i != main else "")
        for i, condition in enumerate(conditions)
    )


def _evidence(conditions: Sequence[Condition]) -> str:
    """The patterns with `?fact`: an entity that no fact leads to speaks for itself."""
    facts = [i for i, condition in enumerate(conditions) if isinstance(condition, Fact)]
    if not facts:
        return f"{_pattern(conditions)}\nBIND(?answer AS ?fact)"
    written = [_written(condition) for condition in conditions]
    return either(
        _joined(
            w.evidence or w.pattern if i == fact else _apart(w.pattern, "?answer", f"_{i}")
            for i, w in enumerate(written)
        )
        for fact in facts
    )


def _denial(conditions: Sequence[Condition]) -> str:
    """The facts that deny some condition, of whatever meets those that only narrow."""
    narrowing = _pattern([condition for condition in conditions if not isinstance(condition, Fact)], subject="_")
    denials = [denied for condition in conditions if (denied := _written(condition).denial)]
    return either(_joined((narrowing, denied)) for denied in denials)


def _joined(patterns: Iterable[str]) -> str:
    return "\n".join(filter(None, patterns))


_VARIABLE = re.compile(r'(<[^<>\s]*>|"[^"]*")|\?(\w+)')


def _apart(pattern: str, one: str, suffix: str) -> str:
    """A pattern with all its variables but one renamed, so that it shares none of them with its neighbors.

    >>> _apart('?fact :by ?answer ; :in <http://example.org/?a> .', "?answer", "_1")
    '?fact_1 :by ?answer ; :in <http://example.org/?a> .'
    """

    def renamed(match: re.Match[str]) -> str:
        return match[0] if match[1] or match[0] == one else f"{match[0]}{suffix}"

    return _VARIABLE.sub(renamed, pattern) if suffix else pattern


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
        case AnyOf(conditions):
            written = [_written(each, one) for each in conditions]
            apart = [f"_any{i}" for i in range(len(written))]
            patterns = [_apart(each.pattern, one, nth) for each, nth in zip(written, apart, strict=True)]
            return Written(either(patterns), either(each.evidence or each.pattern for each in written))
        case NotSo(inner):
            return Written(f"MINUS {{ SELECT DISTINCT {one} WHERE {{ {_written(inner, one).pattern} }} }}")
        case Linked() | LinkedTo() | InOrder() | Moment() | FirstTo() | FirstOf() | ManyLinks():
            return written_link(condition, one)
        case (
            FirstMember()
            | YearsIn()
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
            return _took_part(events, attended, one)
        case Attended(participant, attended):
            kind = "blocs:Attendance" if attended else "blocs:Absence"
            who = sparql_term(participant.term)
            return Written(f"?fact a {kind} ; blocs:participant {who} ; blocs:event {one} .")
        case Organized(events):
            held = f"{_pattern(events, '?event')}\n?event schema:organizer {one} ."
            return Written(held, f"{held}\n{_binary_fact('?event', 'schema:organizer', one)}")
        case DealtWith():
            return _dealt_with(condition, one)
        case Pact():
            return _pact(condition, one)
        case Related():
            return _related(condition, one)
        case Signed():
            return _signed(condition, one)
        case NoShare():
            none = (
                f"{one} a schema:Country .\nFILTER NOT EXISTS {{ ?any a blocs:SigningShare ; blocs:signatory {one} }}"
            )
            return Written(none, f"{none} ?fact blocs:none {one}")
        case ShareOf():
            return Written(_share_of(condition, one))
        case Numbered():
            return Written(*numbered(condition, one, _compared))
        case SharesWith():
            return Written(*shares_with(condition, one, _compared))
        case PairWith():
            return Written(*pair_with(condition, one, _compared))
        case Difference(more, less):
            return Written(difference(condition, one, _share_of), compare_grounds(more, less, _share_of))
        case Average():
            return Written(average(condition, one, _compared), "?fact blocs:none blocs:none .")
        case AverageShare(among):
            signed = "?fact a blocs:SigningShare ; blocs:signatory ?signatory ."
            within = _joined(_narrowed(c, "?signatory") for c in among)
            return Written(average_share(condition, one, _compared), f"{within}\n{signed}")
        case Similarity(a, b, period):
            both = Tally((a, b), "members" if a.kind == "body" else "bodies", period)
            return Written(similarity(condition, one), tally_grounds(both))
        case Holds(office, of):
            where = f" {values_of('of', [of])} ?fact org:postIn ?of ." if of is not None else ""
            post = f"?fact a org:Post ; org:role ?role ; org:heldBy {one} ."
            return Written(f"{values_of('role', [office])} {post}{where}")
        case OfficeOf(person):
            return Written(f"?fact a org:Post ; org:heldBy {sparql_term(person.term)} ; org:role {one} .")
        case HasInOffice(person, office):
            role = "" if office is None else f" ; org:role {sparql_term(office.term)}"
            return Written(f"?fact a org:Post ; org:heldBy {sparql_term(person.term)}{role} ; org:postIn {one} .")
        case HasOfficers(body, so):
            return Written(_officers(body, so, one), denial=_officers(body, not so, one))
        case RepresentedIn():
            return _represented_in(condition, one)
        case LacksOfficers(state):
            lacks = f"?fact a blocs:NonRepresentation ; blocs:represented {sparql_term(state.term)}"
            return Written(f"{lacks} ; blocs:in {one} .")
        case Said(_, statements):
            return Written(f"{values_of('fact', statements)} ?fact blocs:speaker {one} .")
        case SpokeAbout(act, subject):
            about = f"?fact a blocs:{act} ; blocs:about {sparql_term(subject.term)}"
            return Written(f"{about} ; blocs:speaker {one} .")
        case _:
            return Written(_narrowed(condition, one))


_CLASSES = {
    "state": "schema:Country",
    "person": "schema:Person",
    "body": "org:Organization",
    "event": "schema:Event",
    "conflict": "blocs:Conflict",
}


def _compared(condition: Compared, one: str) -> str:
    """What those meet that are compared."""
    return _written(condition, one).pattern if isinstance(condition, Contains | NotSo) else _narrowed(condition, one)


def _first_event(condition: FirstEvent, one: str) -> str:
    """The first event, or last, of those that meet some conditions; of two dates of which one is less exact, either."""

    def dated(which: str, date: str) -> str:
        among = "\n".join(_narrowed(each, which) for each in (OfKind("event"), *condition.among))
        return f"{{ SELECT DISTINCT {which} {date} WHERE {{\n{which} schema:startDate {date} .\n{among}\n}} }}"

    best = f"{{ SELECT ({'MAX' if condition.last else 'MIN'}(STR(?theirs)) AS ?best) WHERE {{ {dated('?other', '?theirs')} }} }}"
    same = "FILTER(STRSTARTS(STR(?first), ?best) || STRSTARTS(?best, STR(?first)))"
    return f"{dated(one, '?first')}\n{best}\n{same}"


def _narrowed(
    condition: OfKind
    | OfNoun
    | Among
    | OneOf
    | NotOneOf
    | InPlace
    | During
    | After
    | Before
    | Planned
    | FirstEvent
    | ByDate
    | Is
    | NotUnrepresented
    | Really
    | SaidWith
    | StatementOf,
    one: str,
) -> str:
    """A condition that only narrows, as a pattern."""
    match condition:
        case OfKind(kind):
            return f"{one} a {_CLASSES[kind]} ."
        case OfNoun(_, entities):
            return "" if entities is None else values_of(one[1:], entities)
        case Among(expression, period, role):
            return expression_pattern_of(expression, one, period, role, 50)
        case OneOf(entities):
            return values_of(one[1:], entities)
        case NotOneOf(entities):
            return f"FILTER({one} NOT IN ({', '.join(sparql_term(entity.term) for entity in entities)}))"
        case InPlace(place):
            return _located(f"{one} schema:location", place)
        case During(period, precision):
            exact = f" FILTER(STRLEN(STR(?begins)) >= {precision})" if precision else ""
            return (
                f"{one} schema:startDate ?begins . OPTIONAL {{ {one} schema:endDate ?ends }}"
                f" BIND(COALESCE(STR(?ends), STR(?begins)) AS ?last) {period.sparql('begins', 'last')}{exact}"
            )
        case After(date, included):
            test = f'STR(?begins) >= "{date}"' if included else f'CONCAT(STR(?begins), "~") > "{date}~"'
            return f"{one} schema:startDate ?begins . FILTER({test})"
        case Before(date):
            return f'{one} schema:startDate ?begins . FILTER(STR(?begins) < "{date}")'
        case FirstEvent():
            return _first_event(condition, one)
        case ByDate():
            return ""
        case Planned(so):
            return f"{one} blocs:basis blocs:planned ." if so else f"MINUS {{ {one} blocs:basis blocs:planned }}"
        case NotUnrepresented(body):
            none = f"?none a blocs:NonRepresentation ; blocs:in {sparql_term(body.term)} ; blocs:represented {one} ."
            return f"MINUS {{ {none} }}"
        case StatementOf():
            return _statement(condition, one)
        case Is(entity):
            return f"{values_of(one[1:], [entity])} {one} ?anyProperty ?anyValue ."
        case Really(path, entity):
            claimed = f"?claim rdf:subject {one} ; rdf:predicate {path} ; rdf:object {sparql_term(entity.term)}"
            return f"MINUS {{ {claimed} ; blocs:basis blocs:claimed }}"
        case SaidWith(path, entity, inverse, _, words):
            subject, other = (one, sparql_term(entity.term)) if inverse else (sparql_term(entity.term), one)
            worded = f"?worded rdf:subject {subject} ; rdf:predicate {path} ; rdf:object {other}"
            either = "skos:definition|blocs:evidence/oa:exact"
            return f'FILTER EXISTS {{ {worded} ; {either} ?wording FILTER(REGEX(?wording, "{"|".join(words)}", "i")) }}'
        case _:
            assert_never(condition)


def _member_of(condition: MemberOf, one: str) -> Written:
    expression, period, role = condition.expression, condition.period, condition.role
    pattern = expression_pattern_of(expression, one, period, role)
    if condition.kind == "state":
        no_state = f"MINUS {{ {one} a org:Organization }} MINUS {{ {one} a schema:Person }}"
        if one.startswith("?"):
            pattern = f"{{ SELECT DISTINCT {one} WHERE {{\n{pattern}\n}} }}\n{no_state}"
        else:
            pattern += f"\n{no_state.replace('MINUS', 'FILTER NOT EXISTS')}"
    bodies = values_of("body", bodies_of(expression))
    denied = f"{bodies}\n?fact a blocs:NonMembership ; org:member {one} ; org:organization ?body ."
    return Written(pattern, _memberships(condition, one), denied)


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


def _took_part(events: Sequence[Entity], attended: bool, one: str) -> Written:
    event = values_of("event", events)

    def pattern(kind: str) -> str:
        return f"{event}\n?fact a {kind} ; blocs:event ?event ; blocs:participant {one} ."

    yes, no = ("blocs:Attendance", "blocs:Absence") if attended else ("blocs:Absence", "blocs:Attendance")
    return Written(pattern(yes), denial=pattern(no))


def _dealt_with(condition: DealtWith, one: str) -> Written:
    event = f"{values_of('event', condition.events)}\n" if condition.events else ""
    term = sparql_term(condition.participant.term)
    pattern = (
        f"{event}{{ ?event schema:organizer {term} }} UNION {{ ?took a blocs:Attendance ; blocs:event ?event ;"
        f" blocs:participant {term} . {term} a blocs:Group }}\n?event schema:about {one} ."
    )
    return Written(pattern, f"{pattern}\n{_binary_fact('?event', 'schema:about', one)}")


def _pact(condition: Pact, one: str) -> Written:
    """Two memberships of one alliance with the same promise, both of the period and neither over before the other begins."""
    period, state = condition.period, sparql_term(condition.state.term)
    lines = []
    for node, member in (("own", state), ("other", one)):
        lines += [
            f"?{node} org:member {member} ; org:organization ?pact ; blocs:obligation blocs:{condition.obligation} ;"
            f" a org:Membership .\nOPTIONAL {{ ?{node} schema:startDate ?{node}Start }}"
            f" OPTIONAL {{ ?{node} schema:endDate ?{node}End }}\n{period.sparql(f'{node}Start', f'{node}End')}"
        ]
    begun = [
        f'COALESCE(STR(?{first}Start), "") <= CONCAT(COALESCE(STR(?{second}End), ""), "~")'
        for first, second in (("own", "other"), ("other", "own"))
    ]
    pattern = "\n".join([*lines, f"FILTER({one} != {state} && {' && '.join(begun)})"])
    return Written(pattern, f"{pattern}\n{{ BIND(?own AS ?fact) }} UNION {{ BIND(?other AS ?fact) }}")


def _related(condition: Related, one: str) -> Written:
    """A property in either direction; the fact is the node that says where the triple stands."""
    entities = condition.entities
    given = sparql_term(entities[0].term) if len(entities) == 1 else "?given"
    subject, object_ = (one, given) if condition.inverse else (given, one)
    pattern = f"{subject} {condition.path} {object_} ."
    if len(entities) != 1:
        pattern = f"{values_of('given', entities)} {pattern}"
    if condition.planned:
        pattern += f" {given} blocs:basis blocs:planned ."
    if "/" in condition.path:
        return Written(pattern, f"{pattern}\nBIND({one} AS ?fact)")  # no one fact leads there: it speaks for itself
    return Written(pattern, f"{pattern}\n{_binary_fact(subject, condition.path, object_)}")


def _binary_fact(subject: str, predicate: str, object_: str) -> str:
    """The pattern that finds `?fact`, the node that says where a triple stands.

    >>> _binary_fact(":cis-dmc", "org:subOrganizationOf", ":cis")
    '?fact rdf:subject :cis-dmc ; rdf:predicate org:subOrganizationOf ; rdf:object :cis .'
    """
    return f"?fact rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {object_} ."


def _located(path: str, place: Entity) -> str:
    """The pattern of what a path leads to a place, or to another that is in it.

    Virtuoso finds nothing by a path of no or more steps between two ends that are given: hence one or more, apart.
    """
    within = f"{path}/schema:containedInPlace+ {sparql_term(place.term)}"
    return f"{{ {path} {sparql_term(place.term)} }} UNION {{ {within} }}"


def _signed(condition: Signed, one: str) -> Written:
    """Who signed so much; another figure denies it."""
    has = f"?fact a blocs:SigningShare ; blocs:signatory {one} ; blocs:percent ?percent ."
    has += _documents(condition.documents, "?fact")
    match condition.share:
        case Bound() as bound:
            test = filter_of(bound, "?percent")
        case Than(sign, state):
            test = (
                f"?their a blocs:SigningShare ; blocs:signatory {sparql_term(state.term)} ; blocs:percent ?theirs ."
                f"{_documents(condition.documents, '?their', 'Their')}"
                f" FILTER(?percent {sign} ?theirs) FILTER({one} != {sparql_term(state.term)})"
            )
        case Extreme(most):
            rivals = compared_among(condition.among, "?rival", _compared)
            own = compared_among(condition.among, one, lambda c, which: _apart(_compared(c, which), which, "Own"))
            test = (
                f"{own}{{ SELECT ({'MAX' if most else 'MIN'}(?theirs) AS ?best) WHERE {{ ?other a blocs:SigningShare ;"
                f" blocs:signatory ?rival ; blocs:percent ?theirs .{_documents(condition.documents, '?other')}\n{rivals} }} }}"
                f"\nFILTER(?percent = ?best){_all_have_figures(condition)}"
            )
        case _:
            assert_never(condition.share)
    within = _joined(_apart(_narrowed(c, one), one, "Own") for c in condition.among)
    unsaid = f"{one} a schema:Country . FILTER NOT EXISTS {{ ?any a blocs:SigningShare ; blocs:signatory {one} }}"
    return Written(f"{has}\n{test}", denial=has, no_figure=f"{within}\n{unsaid}")


def _all_have_figures(condition: Signed) -> str:
    """That there is a figure of each state that is compared by name: of one without, nobody knows how it compares."""
    named = [entity for c in condition.among if isinstance(c, OneOf) for entity in c.entities]
    if not named:
        return ""
    theirs = f"?its a blocs:SigningShare ; blocs:signatory ?named .{_documents(condition.documents, '?its', 'Its')}"
    return f" FILTER NOT EXISTS {{ {values_of('named', named)} FILTER NOT EXISTS {{ {theirs} }} }}"


def _share_of(condition: ShareOf, one: str) -> str:
    """The figure that is given of what a state signed."""
    share = f"?fact a blocs:SigningShare ; blocs:signatory ?state ; blocs:percent {one} ."
    return f"{values_of('state', [condition.state])} {share}{_documents(condition.documents, '?fact')}"


def _documents(documents: Documents, fact: str, suffix: str = "") -> str:
    """Of which documents a figure speaks."""
    pattern = ""
    if documents.events:
        pattern += f" {values_of(f'occasion{suffix}', documents.events)} {fact} blocs:event ?occasion{suffix} ."
    if documents.place is not None:
        pattern += f" {_located(f'{fact} blocs:event/schema:location', documents.place)}"
    if documents.document is not None:
        pattern += f" {fact} blocs:documents {sparql_term(documents.document.term)} ."
    return pattern


def _officers(body: Entity, so: bool, one: str) -> str:
    kind = "blocs:Representation" if so else "blocs:NonRepresentation"
    return f"?fact a {kind} ; blocs:in {sparql_term(body.term)} ; blocs:represented {one} ."


def _represented_in(condition: RepresentedIn, one: str) -> Written:
    body = condition.body
    none = f"?none a blocs:NonRepresentation ; blocs:in {sparql_term(body.term)} ; blocs:represented {one} ."
    belongs = membership_pattern(one, "?body", condition.period, node="fact")
    member = f"{values_of('body', [body])} {belongs} MINUS {{ {none} }}"
    outside = f"?fact a blocs:NonMembership ; org:member {one} ; org:organization {sparql_term(body.term)}"
    denied = f"{{ {_officers(body, False, one)} }} UNION {{ {outside} }}"
    return Written(f"{{ {_officers(body, True, one)} }} UNION {{ {member} }}", denial=denied)


def _statement(condition: StatementOf, one: str) -> str:
    """Whoever speaks makes an assertion; the other acts are classes of their own."""
    parts = [f"{one} a blocs:{'Statement' if condition.act == 'Assertion' else condition.act} ."]
    if condition.speaker is not None:
        parts.append(f"{one} blocs:speaker {sparql_term(condition.speaker.term)} .")
    if condition.events:
        parts.append(f"{values_of('event', condition.events)} {one} blocs:at ?event .")
    if condition.subject is not None:
        parts.append(f"{one} blocs:about {sparql_term(condition.subject.term)} .")
    return "\n".join(parts)
