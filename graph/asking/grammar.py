"""The grammar of questions. Each form reads a whole question or steps back; none knows any entity by name."""

from __future__ import annotations

from collections.abc import Callable

from ..dates import Period, parse_period
from ..entities import Entity
from ..expression import And, AtLeast, Body, Everyone, Expression, Minus, Or
from ..membership import expression_pattern_of, membership_pattern
from ..names import Names, normal
from ..source import values
from ..terms import sparql_term
from .lexicon import ACTS, KIND_WORDS
from .questions import Count, Question, Select, YesNo, members, select, shared_bodies, yes_no
from .words import Reader

__all__ = ["Grammar"]

_BE = ("is", "are", "was", "were", "am", "be", "been", "being")
_OPEN = (
    "list",
    "name",
    "show",
    "show me",
    "give",
    "give me",
    "tell me",
    "list all",
    "name all",
    "show all",
    "find",
    "enumerate",
)
_IN = (
    "in", "inside", "within", "of", "belong to", "belongs to", "belonged to", "belonging to", "a member of", "members of",
    "member of", "part of", "a part of", "a party to", "parties to", "party to", "members in", "a member in", "join",
    "joined", "have joined", "has joined", "participate in", "participates in", "make up", "makes up", "form", "included in",
    "a member state of", "member states of", "member countries of", "a member country of", "have membership in",
)  # fmt: skip
_ATTEND = (
    "attended", "attend", "attends", "took part in", "take part in", "takes part in", "participated in", "participate in",
    "participates in", "present at", "at", "attending", "taking part in", "came to", "come to", "will attend", "joined",
    "participants in", "participants of", "attendees of", "took part at", "represented at",
)  # fmt: skip
_MISS = (
    "absent from", "absent at", "absent", "missed", "miss", "missing from", "missing at", "did not attend", "did not take part in",
    "did not participate in", "did not come to", "not present at", "not at", "skipped", "skip", "failed to attend", "stayed away from",
)  # fmt: skip
_HELD = ("held", "take place", "took place", "takes place", "happen", "happened", "conducted", "meet", "met", "occur", "occurred", "signed", "sign", "be held", "")  # fmt: skip


class Grammar:
    """Reads one question over a graph's names; `period` is the time that memberships are read at unless it says another."""

    def __init__(self, words: list[str], names: Names, period: Period) -> None:
        self.names = names
        self.default = period
        self.r = Reader(words, names)

    def read(self) -> Question | None:
        """The meaning of the whole question; None where no form reads all of it."""
        forms: tuple[Callable[[], Question | None], ...] = (
            self._count, self._yes_no_attended, self._yes_no_represented, self._yes_no_part, self._yes_no, self._share_of,
            self._shares, self._office, self._statement, self._said_by, self._absent, self._attended, self._events_of, self._when_where,
            self._happened, self._planned, self._unrepresented, self._parts, self._whole, self._in_common, self._bodies_of, self._members, self._identity,
        )  # fmt: skip
        for form in forms:
            self.r.at = 0
            found = form()
            if found is not None:
                self.r.skip("please", "then", "now")
                if self.r.done:
                    return found
        return None

    # Pieces

    def _wh(self) -> bool:
        r = self.r
        if r.take(*_OPEN):
            r.skip("all", "the", "me", "us", "every")
            r.take("which", "what", "who")
            return True
        return bool(r.take("who", "which", "what", "whom", "which of the", "who all"))

    def _kind(self) -> str | None:
        self.r.skip("the", "all", "other")
        word = self.r.take(*KIND_WORDS)
        return KIND_WORDS[word] if word else None

    def _link(self) -> bool:
        r, start = self.r, self.r.at
        r.skip("that", "which", "who", "currently", "also", "now", "today")
        r.skip(*_BE, "do", "does", "did", "have", "has")
        r.skip("currently", "also", "now", "the", "both", "either")
        if r.take(*_IN):
            return True
        r.at = start
        return False

    def _time(self) -> Period:
        r, start = self.r, self.r.at
        if r.take("as of", "in", "on", "during", "by", "at", "since"):
            r.skip("the", "month", "of")
            if (first := r.date()) and r.done:
                return parse_period(first)
        r.at = start
        return self.default

    # Sets of bodies

    def _set(self) -> Expression | None:
        left = self._meet()
        while left is not None:
            start = self.r.at
            if (
                (self.r.take("but", "and", "yet") and self._negation())
                or self.r.take("except", "excluding", "minus", "without", "but outside", "outside")
                or self._negation()
            ):
                self._rest_link()
                self.r.skip("those", "members", "of", "in")
                right = self._nor() or self._set()
                if right is None:
                    self.r.at = start
                    return left
                left = Minus(left, right)
            elif self.r.take("or"):
                self._rest_link()
                right = self._meet()
                if right is None:
                    self.r.at = start
                    return left
                left = Or(left, right)
            else:
                self.r.at = start
                return left
        return None

    def _negation(self) -> bool:
        r, start = self.r, self.r.at
        r.skip("that", "which", "who", *_BE, "do", "does")
        if r.take("not", "outside", "outside of"):
            return True
        at = r.at
        r.skip("in", "to", "of", "belong")
        if r.take("neither"):
            return True
        r.at = at
        r.at = start
        return False

    def _rest_link(self) -> None:
        if not self._link():
            self.r.skip("the", "in", "of", "to")

    def _nor(self) -> Expression | None:
        """A nor B (or C): any of them."""
        r, start = self.r, self.r.at
        found = self._body()
        while found is not None and r.take("nor", "or"):
            r.skip("in", "of", "to")
            right = self._body()
            if right is None:
                r.at = start
                return None
            found = Or(found, right)
        return found

    def _meet(self) -> Expression | None:
        r = self.r
        many = self._at_least()
        if many is not None:
            return many
        r.skip("both", "either")
        left: Expression | None = self._body()
        while left is not None:
            start = r.at
            r.take("as well as", "and also", "and at the same time", "and")
            if r.at == start or self._negation():
                r.at = start
                return left
            self._rest_link()
            right = self._body()
            if right is None:
                r.at = start
                return left
            left = And(left, right)
        return None

    def _body(self) -> Expression | None:
        found = self.r.entity(("body",))
        return Body(found) if found else None

    def _at_least(self) -> Expression | None:
        r, start = self.r, self.r.at
        how = r.take(
            "at least", "exactly", "at most", "more than", "fewer than", "less than", "only", "just", "no more than"
        )
        number = r.number()
        if number is None or number != int(number):
            r.at = start
            return None
        n = int(number)
        least, most = {
            "at least": (n, None), "exactly": (n, n), "": (n, n), "only": (n, n), "just": (n, n), "at most": (1, n),
            "no more than": (1, n), "more than": (n + 1, None), "fewer than": (1, n - 1), "less than": (1, n - 1),
        }[how]  # fmt: skip
        r.skip("of", "the", "following")
        if r.take("bodies", "body", "organizations", "organisations", "alliances", "organization"):
            bodies = [e for e in self.names.entities if e.kind == "body"]
        else:
            bodies = []
            while (one := r.entity(("body",))) is not None:
                bodies.append(one)
                r.skip("and", "or")
        if not bodies:
            r.at = start
            return None
        return AtLeast(least, most, tuple(map(Body, bodies)))

    # Members

    def _members(self) -> Select | None:
        r = self.r
        opened = self._wh()
        kind = self._kind()
        if not opened and kind is None:
            return self._members_of_name("")
        r.skip("that", "which", "who")
        r.skip(*_BE, "the")
        inner = self._kind()
        kind = kind or inner or ""
        if self._negation():
            self._rest_link()
            excluded = self._nor() or self._set()
            return members(Minus(Everyone(), excluded), self._time(), kind) if excluded else None
        if not self._link():
            return None
        self.r.skip("both", "the")
        if r.take("neither"):
            excluded = self._nor()
            return members(Minus(Everyone(), excluded), self._time(), kind) if excluded else None
        found = self._set()
        if found is None:
            return None
        return members(found, self._time(), kind)

    def _members_of_name(self, kind: str) -> Select | None:
        """`CST members`, `member states of …` without any opening."""
        body = self._body()
        if body is None:
            return None
        if not self.r.take("members", "member states", "membership", "member countries", "countries", "states"):
            return None
        return members(body, self._time(), kind)

    def _states(self) -> list[Entity]:
        r = self.r
        r.skip("both")
        found: list[Entity] = []
        while (one := r.entity(("state",))) is not None:
            found.append(one)
            r.skip("'s", "'")
            if not r.take("and"):
                break
        return found

    def _in_common(self) -> Select | None:
        r = self.r
        self._wh()
        self._kind()
        r.skip("do", "does", *_BE)
        states = self._states()
        if len(states) < 2:
            return None
        r.skip("have", "both", "all")
        if not r.take("in common", "share", "members of", "a member of", "in", "belong to", "joined", "part of"):
            return None
        self._kind()
        r.skip("in", "common", "of", "together", "membership")
        return shared_bodies(states, self._time())

    def _bodies_of(self) -> Select | None:
        r = self.r
        opened = self._wh()
        r.skip(*_BE)
        r.skip("the")
        kind = self._kind()
        if r.take("memberships", "membership"):
            kind = "body"
        if kind == "body" and r.take(
            "of",
            "with",
            "that include",
            "including",
            "include",
            "includes",
            "have",
            "has",
            "which include",
            "that have",
        ):
            states = self._states()
            r.take("as a member", "as members", "as member", "as a member state")
            return shared_bodies(states, self._time()) if states else None
        r.skip("do", "does", "did", *_BE)
        states = self._states()
        if not states:
            return None
        if not opened and kind is None:
            if r.take("memberships", "bodies", "alliances", "organizations", "organisations"):
                return shared_bodies(states, self._time())
            return None
        r.skip(*_BE, "both", "currently")
        if not r.take(
            "in",
            "a member of",
            "members of",
            "member of",
            "belong to",
            "part of",
            "belong",
            "a party to",
            "join",
            "joined",
            "participate in",
        ):
            return None
        r.skip("to")
        return shared_bodies(states, self._time())

    def _yes_no(self) -> YesNo | None:
        r = self.r
        if not r.take(*_BE, "do", "does", "did"):
            return None
        states = self._states()
        if not states:
            return None
        r.skip("both", "currently", "also", "all")
        negative = bool(r.take("not"))
        if negative or not r.take(*_IN):
            return None
        r.skip("both", "the")
        found = self._set()
        if found is None:
            return None
        period = self._time()
        patterns = [
            values(f"member{i}", [state.term])
            + "\n"
            + expression_pattern_of(found, f"member{i}", period, first=100 * i)
            for i, state in enumerate(states)
        ]
        denial = "\n".join((
            values("member", (e.term for e in states)), _bodies_values(found),
            "?fact a blocs:NonMembership ; org:member ?member ; org:organization ?body .",
        ))  # fmt: skip
        grounds = "\n".join((
            values("member", (e.term for e in states)), _bodies_values(found),
            membership_pattern("?member", "?body", period, node="fact"),
        ))  # fmt: skip
        who = " and ".join(e.label for e in states)
        question = yes_no(
            f"whether {who} {'is' if len(states) == 1 else 'are'} in {found}, as of {period}",
            "\n".join(patterns),
            denial,
        )
        return YesNo(question.understood, question.query, grounds, denial)

    def _count(self) -> Count | None:
        r = self.r
        if not r.take("how many", "what is the number of", "the number of", "number of", "count the", "count"):
            return None
        rest = r.words[r.at :]
        if rest[:1] and rest[0] in ("members", "states", "countries", "member") and ("have" in rest or "has" in rest):
            body_words = [
                w for w in rest if w not in ("members", "states", "member", "countries", "does", "do", "have", "has")
            ]
            rest = ["members", "of", *body_words]
        for opening in (["which"], ["list"]):
            inner = Grammar([*opening, *rest], self.names, self.default).read()
            if isinstance(inner, Select) and inner.answer == "entities":
                r.at = r.furthest = len(r.words)
                return Count(inner)
        return None

    # Events

    def _event(self) -> list[Entity]:
        """An event by name, or by its sort with a place, a body or a date: `the Baku meeting`, `the CIS DMC meeting`."""
        r, start = self.r, self.r.at
        found = r.entities(("event",))
        if found:
            at = r.at
            if r.take("on", "of", "in") and not r.date():
                r.at = at
            if r.done or r.words[r.at] not in ("in", "of"):
                return found
            if not self.names.matches(" ".join(r.words[start : r.at + 2]), ("event",)):
                return found
        r.at = start
        r.skip("the", "a")
        words: list[str] = []
        while (
            not r.done
            and r.words[r.at] not in ("in", "held", "take", "took", "by", "?", "on", "meet", "met")
            and len(words) < 6
        ):
            words.append(r.words[r.at])
            r._move(1)
        wanted = [w for w in words if w not in ("of", "the", "'s")]
        if not _SORTS & set(wanted):
            wanted = []
        at = r.at
        if r.take("on") and not r.date():
            r.at = at
        hits = [e for e in self.names.entities if e.kind == "event" and wanted and _covers(e, wanted)]
        if len(hits) == 1:
            return hits
        r.at = start
        return []

    def _attended(self) -> Select | None:
        r = self.r
        self._wh()
        kind, body = self._kind_of_body()
        r.skip("that", "which", "who", *_BE, "will", "did", "to", "going", "expected")
        if not r.take(*_ATTEND):
            return None
        events = self._event()
        return self._participation("blocs:Attendance", "participants in", events, kind, body) if events else None

    def _absent(self) -> Select | None:
        r = self.r
        self._wh()
        kind, body = self._kind_of_body()
        r.skip("that", "which", "who", *_BE)
        if not r.take(*_MISS):
            return None
        events = self._event()
        return self._participation("blocs:Absence", "absent from", events, kind, body) if events else None

    def _kind_of_body(self) -> tuple[str | None, Entity | None]:
        """`CST members`, `members of the CST`, or just `states`."""
        r, start = self.r, self.r.at
        r.skip("the")
        body = r.entity(("body",))
        kind = self._kind()
        if body is not None and kind is None:
            r.at = start
            return None, None
        if body is None and kind is not None and r.take("of", "in"):
            body = r.entity(("body",))
        return kind, body

    def _participation(
        self, name: str, words: str, events: list[Entity], kind: str | None, body: Entity | None
    ) -> Select:
        only = "?answer a schema:Country . " if kind == "state" else ""
        pattern = f"{values('event', (e.term for e in events))} {only}?fact a {name} ; blocs:event ?event ; blocs:participant ?answer ."
        if body is not None:
            pattern += "\n" + membership_pattern("?answer", sparql_term(body.term), self.default, number="1")
            words = f"{body.short} members {words}"
        return select(f"{'states ' if kind == 'state' else ''}{words} {' or '.join(e.label for e in events)}", pattern)

    def _yes_no_attended(self) -> YesNo | None:
        r = self.r
        if not r.take("did", "was", "were", "is", "will", "does"):
            return None
        who = r.entity(("state", "person", "body", "group"))
        if who is None:
            return None
        missing = bool(r.take(*_MISS))
        if not missing and not r.take(*_ATTEND):
            return None
        events = self._event()
        if not events:
            return None
        bound = f"{values('who', [who.term])} {values('event', (e.term for e in events))} "
        yes, no = ("blocs:Absence", "blocs:Attendance") if missing else ("blocs:Attendance", "blocs:Absence")
        tail = "; blocs:participant ?who ; blocs:event ?event ."
        verb = "was absent from" if missing else "took part in"
        return yes_no(
            f"whether {who.label} {verb} {events[0].label}",
            f"{bound}?fact a {yes} {tail}",
            f"{bound}?fact a {no} {tail}",
        )

    def _events_of(self) -> Select | None:
        r = self.r
        if not self._wh() or (self._kind() != "event" and not r.take("meetings", "meeting")):
            return None
        r.skip("did", "has", "have")
        who = r.entity(("state", "person", "body", "group"))
        if who is None or not r.take(*_ATTEND):
            return None
        pattern = (
            f"{values('who', [who.term])} ?fact a blocs:Attendance ; blocs:participant ?who ; blocs:event ?answer ."
        )
        return select(f"events that {who.label} took part in", pattern)

    def _when_where(self) -> Select | None:
        r = self.r
        asked = r.take(
            "when",
            "where",
            "on what date",
            "on which date",
            "on what day",
            "on which day",
            "in which city",
            "in what city",
            "at what place",
            "what date",
            "in what place",
            "in which place",
            "what is the date of",
            "what was the date of",
        )
        if not asked:
            return None
        when = asked == "when" or "da" in asked.split()[-1][:2] or "date" in asked
        r.skip("did", "does", "will", *_BE)
        start = r.at
        events = self._event()
        if events and self._tail():
            return self._dated(values("event", (e.term for e in events)) + " ", events[0].label, when)
        r.at = start
        body = r.entity(("body",))
        if body is None:
            return None
        act = r.take("meet", "met", "signed", "sign", "meeting", "convene")
        if not act or not self._tail():
            return None
        how = "signed" if act in ("sign", "signed") else "meet"
        link = "schema:about" if how == "signed" else "schema:organizer"
        word = "signing" if how == "signed" else "meeting"
        bound = (
            f"{values('body', [body.term])} ?event a schema:Event ; {link} ?body ; org:classification/skos:prefLabel ?sort ."
            f' FILTER(STR(?sort) = "{word}") '
        )
        return self._dated(bound, f"{word} of {body.short}", when)

    def _tail(self) -> bool:
        self.r.skip(
            "held",
            "take",
            "place",
            "took",
            "happen",
            "happened",
            "conducted",
            "meet",
            "met",
            "occur",
            "be",
            "to",
            "signed",
            "going",
            "planned",
            "scheduled",
            "begin",
            "start",
        )
        return self.r.done

    def _dated(self, bound: str, what: str, when: bool) -> Select:
        path = "schema:startDate" if when else "schema:location"
        pattern = f"{bound} ?event {path} ?answer ."
        grounds = f"{pattern} OPTIONAL {{ ?fact rdf:subject ?event ; rdf:predicate {path} ; rdf:object ?answer }} FILTER(BOUND(?fact))"
        return select(f"{'date' if when else 'place'} of {what}", pattern, "dates" if when else "entities", grounds)

    def _happened(self) -> Select | None:
        r = self.r
        opened = self._wh()
        event = bool(r.take("events", "event"))
        if not opened and not event:
            return None
        r.skip("that", "which", *_BE, "did")
        verb = r.take(
            "happened",
            "took place",
            "take place",
            "happens",
            "occurred",
            "held",
            "happen",
            "will happen",
            "will take place",
            "takes place",
            "going on",
        )
        if not event and not verb:
            return None
        limits: list[str] = []
        words: list[str] = []
        while r.take("in", "on", "at", "during", "near") or (not r.done and not limits):
            at = r.at
            r.skip("the", "month", "of")
            date = r.date()
            if date:
                period = parse_period(date)
                limits.append(
                    "?answer schema:startDate ?begins . OPTIONAL { ?answer schema:endDate ?ends } "
                    "BIND(COALESCE(STR(?ends), STR(?begins)) AS ?last) "
                    + period.sparql("begins", "last")
                    + f" FILTER(STRLEN(STR(?begins)) >= {len(date)})"
                )
                words.append(f"in {date}")
                continue
            r.at = at
            place = r.entity(("place",))
            if place is None:
                return None
            limits.append(f"{values('place', [place.term])} ?answer schema:location ?place .")
            words.append(f"in {place.label}")
        if not limits:
            return None
        return select(
            f"events {' '.join(words)}",
            "?answer a schema:Event . " + " ".join(limits),
            grounds="?answer a schema:Event . " + " ".join(limits) + " BIND(?answer AS ?fact)",
        )

    def _planned(self) -> Select | None:
        r = self.r
        self._wh()
        kind = r.take("events", "event", "meetings", "meeting", "summits", "bodies", "forces")
        r.skip("that", "which", *_BE, "still", "being")
        if not r.take("planned", "planned events", "scheduled", "upcoming", "upcoming events", "announced"):
            return None
        r.skip("events", "event", "meetings")
        what = "org:Organization" if kind in ("bodies", "forces") else "schema:Event"
        pattern = f"?answer a {what} ; blocs:basis blocs:planned ."
        return select(
            f"planned {'bodies' if what.startswith('org') else 'events'}",
            pattern,
            grounds=pattern + " BIND(?answer AS ?fact)",
        )

    # Shares of documents

    def _documents(self) -> bool:
        r = self.r
        r.skip("of", "the", "all", "proposed", "baku", "cis", "military", "their", "its")
        return bool(r.take("documents", "document", "agreements", "papers", "proposed documents", "texts"))

    def _share_of(self) -> Select | None:
        r = self.r
        if not r.take(
            "what share",
            "what percentage",
            "what %",
            "what proportion",
            "how much",
            "how many",
            "what part",
            "what fraction",
            "which share",
            "which percentage",
        ):
            return None
        if not self._documents():
            r.skip("of", "the", "them")
        r.skip("did", "was", "were", "has", "have", "does")
        r.take("signed by")
        state = r.entity(("state",))
        if state is None:
            return None
        r.skip("sign", "signed", "'s")
        self._documents()
        pattern = f"{values('state', [state.term])} ?fact a blocs:SigningShare ; blocs:signatory ?state ; blocs:percent ?answer ."
        return select(f"share of the documents that {state.label} signed", pattern, "percent")

    def _shares(self) -> Select | None:
        r = self.r
        self._wh()
        body = r.entity(("body",))
        kind = self._kind()
        if body is not None and kind is None:
            return None
        r.skip("that", "which", "who", "have", "has")
        if not r.take("signed", "sign", "signs"):
            return None
        test, words, order = self._comparison()
        if not words or not self._documents():
            return None
        if body is None and r.take("among", "among the", "of the", "in the", "in", "within"):
            body = r.entity(("body",))
            r.skip("members", "states", "member")
        share = "?fact a blocs:SigningShare ; blocs:signatory ?answer ; blocs:percent ?percent ."
        within = membership_pattern("?answer", sparql_term(body.term), self.default, number="1") if body else ""
        if order:
            rival = membership_pattern("?rival", sparql_term(body.term), self.default, number="2") if body else ""
            test = (
                f"FILTER NOT EXISTS {{ ?other a blocs:SigningShare ; blocs:signatory ?rival ; blocs:percent ?theirs . {rival}"
                f" FILTER(?theirs {order} ?percent) }}"
            )
        among = f"{body.short} members" if body else "states"
        missing = f"{within} ?answer a schema:Country . FILTER NOT EXISTS {{ ?any a blocs:SigningShare ; blocs:signatory ?answer }}"
        return select(f"{among} that signed {words} of the documents", f"{within} {share} {test}", missing=missing)

    def _comparison(self) -> tuple[str, str, str]:
        r = self.r
        r.skip("the")
        if r.take("most", "largest share", "highest share", "biggest share", "greatest share", "highest percentage"):
            return "", "the most", ">"
        if r.take("fewest", "least", "smallest share", "lowest share", "lowest percentage"):
            return "", "the fewest", "<"
        signs = {
            "less than": "<", "under": "<", "below": "<", "fewer than": "<", "more than": ">", "over": ">", "above": ">",
            "at least": ">=", "at most": "<=", "no more than": "<=", "no less than": ">=", "exactly": "=", "only": "=", "not less than": ">=",
        }  # fmt: skip
        how = r.take(*signs)
        r.skip("a") if not how else None
        number = r.number()
        if number is None:
            return "", "", ""
        r.skip("%", "of")
        sign = signs.get(how, "=")
        return f"FILTER(?percent {sign} {number:g})", f"{how or 'exactly'} {number:g}%", ""

    # Offices, statements, parts, representation

    def _role(self) -> Entity | None:
        return self.r.entity(("role",))

    def _office(self) -> Select | None:
        r = self.r
        if not self._wh():
            return None
        r.skip(*_BE, "the")
        holder = ("state", "body")
        start = r.at
        role = self._role()
        if role is not None and r.take("of", "in", "from"):
            of = r.entity(holder)
        else:
            r.at = start
            of = r.entity(holder)
            r.skip("'s", "'")
            role = self._role() if of else None
        if of is None or role is None:
            return None
        pattern = f"{values('role', [role.term])} {values('of', [of.term])} ?fact a org:Post ; org:role ?role ; org:postIn ?of ; org:heldBy ?answer ."
        return select(f"who is {role.label} of {of.label}", pattern)

    def _statement(self) -> Select | None:
        r = self.r
        if not r.take(
            "who",
            "which state",
            "which country",
            "which minister",
            "what country",
            "which official",
            "whose defense minister",
        ):
            return None
        r.skip("has", "have", "had", *_BE)
        verb = r.take(*ACTS)
        if not verb:
            return None
        name, past = ACTS[verb]
        matched = self._topic(name)
        if not matched:
            return None
        pattern = f"{values('fact', (e.term for e in matched))} ?fact blocs:speaker ?answer ."
        return select(f"who {past}: {' / '.join(e.label for e in matched)}", pattern)

    def _topic(self, name: str) -> list[Entity]:
        """The statements whose names have all words of content that follow."""
        r = self.r
        rest = r.words[r.at :]
        words = [_stem(w) for w in rest if w not in _SMALL]
        if not words:
            return []
        found = [e for e in self.names.entities if e.kind == "statement" and all(w in _stems(e) for w in words)]
        if found:
            r._move(len(rest))
        return found

    def _said_by(self) -> Select | None:
        r = self.r
        if not r.take("what did", "what has", "what does", "what was", "what were", "what do"):
            return None
        speaker = r.entity(("person", "state", "body", "group"))
        verb = r.take(*ACTS)
        if speaker is None or not verb:
            return None
        name, past = ACTS[verb]
        only = "" if verb in ("say", "said") else f"?answer a blocs:{name} . "
        pattern = f"{values('speaker', [speaker.term])} {only}?answer a blocs:Statement ; blocs:speaker ?speaker ."
        return select(f"what {speaker.label} {past}", pattern, grounds=pattern + " BIND(?answer AS ?fact)")

    def _parts(self) -> Select | None:
        r = self.r
        opened = self._wh()
        kind = self._kind()
        if kind != "body" and not (kind is None and r.take("parts", "sub-bodies", "subsidiary bodies")):
            return None
        r.skip("that", "which", *_BE, "does", "do")
        if not r.take("part of", "a part of", "parts of", "in", "within", "of", "belong to", "under") and opened:
            return None
        whole = r.entity(("body",))
        if whole is None:
            return None
        r.skip("have", "has", "include", "contain")
        return select(f"bodies that are part of {whole.short}", *_part_of("?answer", sparql_term(whole.term)))

    def _whole(self) -> Select | None:
        r = self.r
        if not self._wh():
            return None
        self._kind()
        r.skip(*_BE)
        part = r.entity(("body",))
        if part is None or not r.take("part of", "a part of", "in", "belong to", "under"):
            return None
        return select(f"bodies that {part.short} is part of", *_part_of(sparql_term(part.term), "?answer"))

    def _yes_no_part(self) -> YesNo | None:
        r = self.r
        if not r.take("is", "are", "was", "does"):
            return None
        part = r.entity(("body",))
        if part is None or not r.take("part of", "a part of", "in", "belong to", "under"):
            return None
        whole = r.entity(("body",))
        if whole is None:
            return None
        pattern, _, grounds = _part_of(sparql_term(part.term), sparql_term(whole.term))
        question = yes_no(f"whether {part.short} is part of {whole.short}", pattern)
        return YesNo(question.understood, question.query, grounds)

    def _unrepresented(self) -> Select | None:
        r = self.r
        self._wh()
        self._kind()
        r.skip("that", "which", "who", *_BE, "do", "does", "have", "has")
        if not r.take(
            "no officers in",
            "no officers at",
            "not represented in",
            "not represented by their officers in",
            "not represented by officers in",
            "unrepresented in",
            "not have officers in",
            "not have any officers in",
            "without officers in",
            "no officers on",
            "not represented on",
            "not represented at",
            "no representation in",
            "no representatives in",
        ):
            return None
        body = r.entity(("body",))
        if body is None:
            return None
        pattern = f"{values('body', [body.term])} ?fact a blocs:NonRepresentation ; blocs:in ?body ; blocs:represented ?answer ."
        return select(f"who has no officers in {body.label}", pattern)

    def _yes_no_represented(self) -> YesNo | None:
        r = self.r
        if not r.take("is", "are", "does", "do", "has"):
            return None
        state = r.entity(("state",))
        if state is None or not r.take(
            "represented in",
            "have officers in",
            "officers in",
            "represented on",
            "represented by officers in",
            "represented by its officers in",
        ):
            return None
        body = r.entity(("body",))
        if body is None:
            return None
        denial = f"{values('state', [state.term])} {values('body', [body.term])} ?fact a blocs:NonRepresentation ; blocs:in ?body ; blocs:represented ?state ."
        yes = f"{values('state', [state.term])} {values('body', [body.term])} ?fact a blocs:Representation ; blocs:in ?body ; blocs:represented ?state ."
        return yes_no(f"whether {state.label} is represented in {body.label}", yes, denial)

    def _identity(self) -> Select | None:
        r = self.r
        if not r.take(
            "who is", "what is", "who are", "what are", "who was", "what was", "tell me about", "describe", "what does"
        ):
            return None
        found = r.entities()
        r.take("stand for", "mean")
        if not found:
            return None
        pattern = f"{values('answer', (e.term for e in found))} ?answer ?anyProperty ?anyValue ."
        return select(f"who or what is {found[0].label}", pattern, grounds=pattern + " BIND(?answer AS ?fact)")


# Without one of these, words that happen to be in an event's name ("Baku") do not mean the event.
_SORTS = {
    "meeting", "meetings", "summit", "exercise", "exercises", "signing", "talks", "conference", "session", "congress",
    "negotiations", "maneuvers", "manoeuvres", "event",
}  # fmt: skip

_SMALL = {
    "the", "a", "an", "of", "to", "that", "from", "for", "on", "in", "be", "is", "any", "its", "it", "and", "by", "with", "out", "at", "should", "should be", "'s", "'", "about", "was", "were", "are", "idea",
}  # fmt: skip


def _stem(word: str) -> str:
    for ending in ("ation", "ision", "sion", "ion", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].rstrip("d") if ending in ("ing", "ed") else word[: -len(ending)]
    return word


def _stems(entity: Entity) -> set[str]:
    return {
        _stem(w) for name in (entity.label, *entity.aliases) for w in (*normal(name).split(), *name.casefold().split())
    }


def _covers(entity: Entity, wanted: list[str]) -> bool:
    """Whether one name of an event, or all of them together, has all the words."""
    have = {w for name in (entity.label, *entity.aliases, entity.id.replace("-", " ")) for w in normal(name).split()}
    return all(normal(word) in have for word in wanted)


def _bodies_values(expression: Expression) -> str:
    from ..expression import bodies_of

    return values("body", (e.term for e in bodies_of(expression)))


def _part_of(part: str, whole: str) -> tuple[str, str, str]:
    pattern = f"{part} org:subOrganizationOf {whole} ."
    grounds = f"{pattern} ?fact rdf:subject {part} ; rdf:predicate org:subOrganizationOf ; rdf:object {whole} ."
    return pattern, "entities", grounds
