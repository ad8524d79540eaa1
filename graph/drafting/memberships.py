"""Memberships and denials: what the patterns find in a sentence, with dates and grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model.dates import today
from .dates import TextDate
from .found import Doubt, Found, Place
from .gazetteer import Named
from .hedges import ground_of
from .lexicon import ADVERBS, MODALS, NOT_FULL, NOT_YET, PARTNERS
from .mentions import Item
from .patterns import Pattern, fits, load_patterns
from .row import Bodies, Group
from .stream import Stream
from .verbs import is_verb

__all__ = ["Match", "matches", "memberships"]

_STARTS = frozenset(("joined", "more", "founded", "observer", "associate", "member"))
_ENDS = frozenset(("left",))
_NOBODY = Group((), (), "named", 0, 0)
_AGAIN = frozenset("readmitted re-admitted rejoined re-joined returned reinstated restored back".split())
_FOLLOWED = frozenset(("member", "joined", "founded", "left", "observer", "associate", "denied"))
"""What others can have done too, where a text says only that they followed."""
_PRIORITY = (
    "denied denied-same reinstated announced suspended former left planned-leaving wished planned observer associate joined joined-same followed same more founded member member-same"
).split()


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits: its section, who, which bodies ("" where the context says), and from where to where."""

    section: str
    text: str
    group: Group
    bodies: tuple[Named, ...]
    start: int
    end: int
    verb: int = 0


def matches(stream: Stream) -> list[Match]:
    """Every pattern that fits somewhere in a sentence, the longest of each kind at each place."""
    found: dict[tuple[str, int, int, frozenset[str]], Match] = {}
    for pattern, more, start, end in fits(stream, load_patterns()):
        match = _match(stream, pattern, more, start, end)
        if match is None:
            continue
        key = (match.section, match.group.start, match.group.end, frozenset(body.id for body in match.bodies))
        old = found.get(key)
        if old is None or end > old.end:
            found[key] = match
    named = {key[:3] for key in found if key[3]}
    return _best([match for key, match in found.items() if key[3] or key[:3] not in named])


def _match(stream: Stream, pattern: Pattern, found: dict[str, Any], start: int, end: int) -> Match | None:
    group = (
        found.get("members")
        or found.get("listed")
        or found.get("gapped")
        or found.get("possessed")
        or found.get("neither")
        or found.get("relative")
        or found.get("carried")
        or found.get("onward")
        or found.get("owner")
        or found.get("them")
        or found.get("announced")
        or (_NOBODY if pattern.section == "announced" else None)
        or found.get("before")
    )
    bodies = found.get("body") or found.get("its") or found.get("neither_body") or found.get("sized_body")
    bodies = bodies or found.get("instrument") or found.get("pact")
    bodies = bodies or found.get("anybody") or ()
    if group is None or found.get("count", len(group.members)) != len(group.members):
        return None
    if not pattern.open and not stream.closes(end, not bodies and not _ends_in_group(group, end)):
        return None
    if _unreal(stream, pattern, found, start, end):
        return None
    if start and stream.words[start - 1] in NOT_YET and pattern.section != "former":
        return None
    if pattern.section in _FULL and group.end == end and stream.words[end : end + 1] in (["not"], ["never"]):
        return None  # "NATO has 32 members, Ireland not among them"
    if pattern.section in _FULL and _not_full(stream.words, start, end, bodies):
        return None
    return Match(pattern.section, pattern.text, group, bodies, start, end, found.get("after", start))


_BELONGING = frozenset(("member", "joined", "founded", "reinstated"))
_NOT_BELONGING = frozenset(("left", "denied", "former", "suspended"))
_FULL = frozenset(("member", "member-same", "joined", "founded", "announced"))
_MEMBERS = frozenset("member members state states country countries".split())
_PACTS = frozenset("treaty pact alliance defense security".split())


def _not_full(words: Sequence[str], start: int, end: int, bodies: Sequence[Named]) -> bool:
    """Whether words say that somebody is no full member: "associate members", "BRICS partner state", "an EU ally"."""
    for at in range(max(start - 1, 0), end - 1):
        if words[at] in NOT_FULL and words[at + 1] in _MEMBERS:
            partner = words[at] == "partner" and any(body.abbreviation in PARTNERS for body in bodies)
            if not partner:
                return True
    if {"ally", "allies"} & set(words[start:end]):
        return not _allied(bodies)
    return False


def _allied(bodies: Sequence[Named]) -> bool:
    """Whether bodies are such that their members are called allies."""
    return all(_PACTS & {word.lower() for word in body.label.split()} for body in bodies)


_UNREAL = frozenset(
    "would could might may will shall should can must ought to not never n't didn't don't doesn't won't wouldn't cannot"
    " nor neither hardly nearly almost without instead than".split()
)
_ACTS = frozenset(
    "condemnation condemnations statement statements appeal appeals call calls protest protests boycott effort efforts"
    " campaign vote votes support war mission operation operations exercise exercises criticism demand demands action"
    " sanctions attack fight struggle declaration talks".split()
)
_KEPT = frozenset("member members founders founder number signatories states ranks participants parties".split())


def _unreal(stream: Stream, pattern: Pattern, found: dict[str, Any], start: int, end: int) -> bool:
    """Whether the words around a pattern make it something else than a fact.

    "would have brought Chad into NATO"; "After joining the EU, Chad will …"; "joined the EU in condemning";
    "counts Chad among its partners".
    """
    words = stream.words
    if _goes_on_of_which(stream, found.get("members"), end):
        return True
    without_subject = "after" not in found
    before = set(words[max(0, start - 3) : start]) - {"to"} | set(words[max(0, start - 1) : start])
    if without_subject and _UNREAL & before and pattern.section != "denied":
        return True
    if without_subject and pattern.section in _FULL and MODALS & _clause_before(words, start):
        return True  # "The EU will have three more members: Serbia, …"
    if words[end - 1] in ("followed", "joined", "succeeded") and words[end : end + 1] == ["by"]:
        return True  # somebody else did
    if (pattern.text.startswith("<begin>") or pattern.text.startswith("(")) and pattern.open:
        if MODALS & set(words[end : end + 12]):
            return True
    if pattern.text.startswith("( after /") and MODALS & set(words[end : end + 16]):
        return True
    if "signed" in words[start:end] and _unratified(words[end : end + 12]):
        return True
    if "<dated>" in pattern.text:
        return not _happened(words[end : end + 8])
    to_whom = set(words[:start])
    if words[end - 1] == "added" and "to" in to_whom and not to_whom & {"original", "founding", "first", "members"}:
        return True  # "To NATO's partners, Russia was added"
    after = words[end : end + 6]
    if not after:
        return False
    if pattern.section == "denied" and after[0] in ("until", "till", "before", "unless"):
        return True  # "did not join until after it had changed"
    if _ACCEPTED & set(words[start:end]) and _not_done(after):
        return True  # "has been accepted but has not yet completed the formalities"
    if pattern.section == "joined" and after[0] == "in":
        following = [word for word in after[1:4] if word not in ("the", "a", "an", "its", "their", "joint", "strong")]
        if following and (following[0].endswith("ing") or following[0] in _ACTS):
            return True
    if pattern.text.startswith("<body>") and after[0] == "in" and after[1:2] in (["its"], ["their"]):
        return not _KEPT & set(after)  # "The EU included Kenya in its program"
    if pattern.section == "founded" and "with" in words[start:end] and after[0] in ("as", "in", "for", "at", "on"):
        return True  # "formed NATO with Chad in mind"
    if pattern.section == "member" and pattern.text.startswith("<body>") and _otherwise_than_as_members(after):
        return True
    if after[0] in ("among", "amongst") and len(after) > 1 and after[1] in ("its", "their", "the"):
        return not _KEPT & set(after)
    if after[0] == "as" and found.get("body") is not None and pattern.text.startswith("<body>"):
        return after[:3] != ["as", "well", "as"] and not _KEPT & set(after)
    return False


def _clause_before(words: Sequence[str], start: int) -> set[str]:
    """The words of the same clause before an item, as far as no sign parts them."""
    first = start
    while first > 0 and words[first - 1] not in (",", ";", ":", "that", "and", "but"):
        first -= 1
    return set(words[first:start])


_LISTS = frozenset(
    "list lists register registers report reports programme program programmes plan plans map budget study survey category"
    " categories statement resolution sanctions invitation itinerary calculations estimates figures comparison".split()
)
_TALKS = frozenset("talks negotiations consultations discussions meetings meeting summit dialogue lunch dinner".split())


def _otherwise_than_as_members(after: Sequence[str]) -> bool:
    """Whether a body unites or includes states in something else than itself: "includes Russia on its list"."""
    link, noun = after[0], next((word for word in after[1:] if word not in ("the", "a", "an")), "")
    if link == "with":
        return not noun.startswith("<")
    if link == "to":
        return after[1:2] in (["its"], ["their"], ["the"])
    if link in ("in", "into", "for", "at", "within"):
        return bool((_LISTS | _TALKS) & set(after))
    return link in ("on", "by", "behind", "around", "against")


_ACCEPTED = frozenset("accepted admitted approved received welcomed".split())


def _not_done(after: Sequence[str]) -> bool:
    """Whether what follows says that an acceptance was not the end of it."""
    start = 1 if after[0] == "," else 0
    goes_on = after[start : start + 1] in (["but"], ["though"], ["although"], ["subject"], ["pending"])
    return goes_on and bool(set(after) & {"not", "yet", "never", "subject", "pending", "hasn't", "haven't"})


def _goes_on_of_which(stream: Stream, group: Group | None, end: int) -> bool:
    """Whether states stand in a clause of their own: "members of OPEC, of which Oman has never been a part"."""
    if group is None or group.end != end or end >= len(stream.items):
        return False
    return stream.words[max(0, group.start - 2) : group.start] == ["of", "which"] and is_verb(stream.items[end])


def _unratified(after: Sequence[str]) -> bool:
    """Whether what follows says that a signature was not enough: "… but has not ratified it"."""
    at = next((n for n, word in enumerate(after) if word.startswith("ratif")), None)
    return at is not None and bool(
        {"not", "never", "without", "yet", "n't", "didn't", "hasn't", "haven't", "await"} & set(after[:at])
    )


def _happened(after: Sequence[str]) -> bool:
    """Whether what is said of an accession with a date shows that it took place: "… closed a chapter"."""
    if after[:1] == ["and"] and after[1:2] in (["of"], ["<state>"]):
        after = [
            word for word in after if word not in ("and", "of", "the", "<state>")
        ]  # "… and of Rwanda in 2009 showed"
    if after[:1] == [","] and "," in after[1:] and after[1:2] in (["at"], ["in"], ["after"], ["together"], ["along"]):
        after = after[after.index(",", 1) + 1 :]  # "…, at the summit in Dili, was controversial"
    if not after or not after[0][:1].isalpha():
        return not after or after[0] == "."
    if after[0] in ("was", "were"):
        return after[1:2] != [] and after[1] in _SHOWN
    if after[0] in ("has", "have", "had"):
        return after[1:2] != [] and after[1] not in ("been", *_FAILED)
    return (after[0].endswith("ed") and after[0] not in _FAILED) or after[0] in _DONE


_SHOWN = frozenset(
    "a an the followed marked celebrated completed preceded one hailed greeted controversial historic smooth swift uncontroversial".split()
)
_DONE = frozenset(
    "brought made took came led meant gave left put began drew cut set grew became broke sent went".split()
)
_FAILED = frozenset(
    "failed collapsed seemed appeared looked remained depended required needed stalled faced lapsed never not hinged"
    " rested posed raised promised threatened proved divided worried concerned interested called".split()
)


def _ends_in_group(group: Group, end: int) -> bool:
    return group.end == end and group.how == "named"


def _best(found: list[Match]) -> list[Match]:
    """Of matches about the same states at the same words, the one that says most."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (_PRIORITY.index(m.section), -(m.end - m.start))):
        rivals = [
            other
            for other in kept
            if other.group.members == match.group.members
            and set(match.bodies) <= set(other.bodies)
            and other.start <= match.start < other.end
            and other.end > match.group.end
            and (
                match.end <= other.end
                or (match.section in ("member", "joined") and other.section in ("observer", "associate", "denied"))
            )
            and not (other.section == "founded" and match.section == "founded")
            and not (
                other.section == "denied" and match.section in ("observer", "associate") and match.section in other.text
            )
        ]
        if not rivals:
            kept.append(match)
    return sorted(kept, key=lambda m: (m.start, m.end))


# What they say


def memberships(stream: Stream, doubts: list[Doubt]) -> Iterator[Found]:
    """The memberships and denials that a sentence says."""
    memory = stream.memory
    found = matches(stream)
    previous: Match | None = None
    bodies_said: tuple[Named, ...] = ()
    for match in found:
        section = match.section
        if section == "announced":
            memory.announced(match.bodies[0], of_two=stream.words[match.end : match.end + 1] == ["and"])
            continue
        if section == "more":
            if (
                previous is None
                or previous.section not in ("member", "joined", "left", "founded", "more")
                or match.start < previous.end
            ):
                continue
            basis_section = previous.section
            bodies = bodies_said
            match = Match(basis_section, match.text, match.group, bodies, match.start, match.end, match.verb)
            section = basis_section
        bodies = match.bodies
        if (
            section == "denied"
            and not bodies
            and {"part", "participate", "participated", "away"} & _words(stream, match)
        ):
            if memory.only_event() is not None:
                continue  # in what happened, not in the body
        if section in ("denied-same", "member-same", "joined-same"):
            relation = memory.relation
            if relation is None or (section == "member-same" and relation[0] != "denied"):
                continue
            if section == "joined-same" and relation[0] not in ("joined", "founded"):
                continue
            section, bodies = section.removesuffix("-same"), (relation[1],)
        elif section in ("followed", "same"):
            relation = _before(stream, match)
            if relation is None or relation[0] not in _FOLLOWED or (section == "followed" and relation[0] == "denied"):
                doubts.append(Doubt(_said(stream, match), "it is not clear in what", stream.sentence))
                continue
            section = "joined" if section == "followed" and relation[0] in ("member", "founded") else relation[0]
            bodies = (relation[1],)
        if not bodies:
            body = _meant(stream, match)
            if body is None:
                doubts.append(Doubt(_said(stream, match), "it is not clear which body is meant", stream.sentence))
                if section in ("left", "denied") and ground_of(stream, match.start, match.end)[0] == "stated":
                    yield from _left_something(stream, match)
                continue
            bodies = (body,)
        if {"ally", "allies"} & _words(stream, match) and not _allied(bodies):
            continue
        basis, who = ground_of(stream, match.start, match.end)
        if not basis:
            doubts.append(Doubt(_said(stream, match), "a condition, question, report or quotation", stream.sentence))
            memory.said("unclear", bodies[0])
            continue
        previous, bodies_said = replace(match, section=section), bodies
        if section != "member" or _says_it(stream, match):
            memory.said(section if basis == "stated" else "unclear", bodies[0])
        if basis == "stated" and section in (*_BELONGING, *_NOT_BELONGING):
            for body in bodies:
                memory.belongs(body, match.group.members, section in _BELONGING, _place(stream, match, 0))
        yield from _facts(stream, match, section, bodies, basis, who, doubts)
        if basis == "stated" and section == "member" and _whole_list(stream, match):
            ids = frozenset(member.id for member in match.group.members)
            yield Found("whole list", {"body": bodies[0], "members": ids}, [_place(stream, match, 0)])
    _remember(stream, found)


def _says_it(stream: Stream, match: Match) -> bool:
    """Whether a sentence says that somebody is a member, and does not only call it so: "EU members such as Malta"."""
    return ":" in _words(stream, match) or any(is_verb(item) for item in stream.items[match.start : match.end])


def _whole_list(stream: Stream, match: Match) -> bool:
    """Whether a list names all members of today: "today its parties are …", "the bloc now consists of …"."""
    said = _words(stream, match)
    lows = {item.low for item in stream.all}
    listed = match.group.how == "named" and match.group.start > match.start and len(match.group.members) > 2
    return listed and bool(_TODAY & lows) and bool(_ALL_ARE & said) and not _SOME_ARE & lows


_TODAY = frozenset("today now current currently present presently remaining".split())
_ALL_ARE = frozenset("are : consists consist comprises comprise".split())
_SOME_ARE = frozenset("include includes including among such like others other some most only also new further".split())


def _before(stream: Stream, match: Match) -> tuple[str, Named] | None:
    """What was said just before: in this sentence, or in the one before if nobody else does something in this one."""
    here = stream.memory.relation_within(0)
    if here is not None or any(is_verb(item) for item in stream.items[: match.start]):
        return here
    return stream.memory.relation


def _left_something(stream: Stream, match: Match) -> Iterator[Found]:
    """That a state left or is in none, where the text does not say what: its memberships said before are open then."""
    nowhere = Named("", "", "body")
    for n, member in enumerate(match.group.members):
        yield Found("leaving", {"member": member, "body": nowhere}, [_place(stream, match, n)])


def _remember(stream: Stream, found: Sequence[Match]) -> None:
    """Note the subject and the last list, for the sentences that follow."""
    memory = stream.memory
    lists = [stream.group(at) for at in range(len(stream.items)) if stream.items[at].kind in ("state", "territory")]
    longest = max((g.members for g in lists if g is not None), key=len, default=())
    longest = max(longest, _in_turn(found), key=len)
    if len(longest) > 1:
        memory.listed(longest)
    subject: tuple[Named, ...] | None = None
    for at in range(len(stream.items)):
        if is_verb(stream.items[at]):
            break
        reads = stream.subjects(at)
        if reads:
            subject = reads[0][0].members
            break
    if stream.before is None:
        memory.subject = subject or ()


def _in_turn(found: Sequence[Match]) -> tuple[Named, ...]:
    """The states that a sentence says the same of one after the other: "Malta came in in 2004, Croatia in 2013"."""
    chain: tuple[Named, ...] = ()
    for match in found:
        chain = (*chain, *match.group.members) if match.section == "more" else match.group.members
    return tuple(dict.fromkeys(chain))


def _meant(stream: Stream, match: Match) -> Named | None:
    """The body that is meant where the pattern has none: one that this sentence names before, else by the context."""
    going_on = stream.memory.relation
    if (
        going_on is not None
        and going_on[0] == match.section
        and match.section in ("left", "denied")
        and not stream.bodies_before(match.start)
    ):
        return going_on[1]  # "Denmark left EFTA to enter the EC. Portugal left in 1985."
    if going_on is not None and going_on[0] == match.section == "denied" and match.text.startswith("nor "):
        return going_on[1]
    here = [item.value for item in stream.items[: match.end] if item.kind in ("body", "acronym")]
    different = list(dict.fromkeys(here))
    if len(different) == 1:
        only: Named = different[0]
        return only
    if different:
        return None
    return stream.memory.only_body(here=())


def _facts(
    stream: Stream, match: Match, section: str, bodies: Sequence[Named], basis: str, who: Any, doubts: list[Doubt]
) -> Iterator[Found]:
    if section == "wished":
        doubts.append(Doubt(_said(stream, match), "a wish, an application or an invitation", stream.sentence))
        return
    if section in ("suspended", "reinstated"):
        for body in bodies:
            for member in match.group.members:
                itself = bool({"its", "their"} & set(stream.words[match.group.end : match.end]))
                itself = itself and "participation" in stream.words[match.start : match.end]
                date = _date_of(stream, match, 0, 0, section)
                if section == "suspended" and date is not None and date.end:
                    continue  # "from 2009 to 2014"
                if section == "reinstated":  # who is back belongs to it
                    yield Found(
                        "membership",
                        {"member": member, "body": body, "section": "member", "again": True},
                        [_place(stream, match, 0)],
                        basis,
                        who,
                    )
                yield Found(
                    "suspension" if section == "suspended" else "reinstatement",
                    {"member": member, "body": body, "itself": itself},
                    [_place(stream, match, 0)],
                )
        return
    paired = _respectively(stream) and len(bodies) == len(match.group.members) > 1
    for n, member in enumerate(match.group.members):
        for m, body in enumerate(bodies):
            if paired and n != m:
                continue
            date = _date_of(stream, match, n, m, section)
            data: dict[str, Any] = {"member": member, "body": body, "section": section}
            if section == "denied" and (until := _until(stream, match)) is not None:
                if _then_came(stream, match, until):  # "did not join until 1990"
                    yield Found(
                        "membership",
                        {**data, "section": "joined", "start": until.start},
                        [_place(stream, match, n, until)],
                        basis,
                        who,
                    )
                    continue
                why = f"it is denied only for the time {until.how} {until.start}"
                doubts.append(Doubt(_said(stream, match), why, stream.sentence))
                continue
            kind = "membership"
            said = basis
            if section in ("denied", "former"):
                kind = "non-membership"
            elif section == "left":
                kind = "leaving"
                if date is not None and date.end:
                    kind, data["start"], data["end"] = "membership", date.start, date.end
                elif date is not None:
                    data["end"] = date.start
            elif section == "planned":
                said = "planned" if basis == "stated" else basis
                if date is not None and date.how != "by":
                    data["start"] = date.start
            elif section == "planned-leaving":
                doubts.append(Doubt(_said(stream, match), "leaving is planned only", stream.sentence))
                continue
            elif date is not None:
                data["start"] = date.start
                if section == "member" and date.how in _UP_TO and not date.end:
                    data["end"] = data.pop("start")
                elif section == "member" and date.end:
                    data["end"] = date.end
            if section in ("observer", "associate"):
                data["role"] = section
            if section in ("joined", "member") and _AGAIN & _words(stream, match):
                data["again"] = True
            yield Found(kind, data, [_place(stream, match, n, date)], said, who)


def _place(stream: Stream, match: Match, n: int, date: TextDate | None = None) -> Place:
    """Where it is said: from the member's name (or the pronoun) to the end of the pattern and the date."""
    first = stream.origin[match.start]
    last = stream.origin[match.end - 1]
    place = match.group.at[n] if n < len(match.group.at) else -1
    if place >= 0:
        first, last = min(first, place), max(last, place)
    at = next((n for n, item in enumerate(stream.all) if date is not None and item.value is date), first)
    first, last = min(first, at), max(last, at)
    words = stream.sentence.words
    return Place(stream.sentence, words[stream.all[first].start].start, words[stream.all[last].end - 1].end)


def _respectively(stream: Stream) -> bool:
    return any(item.low == "respectively" for item in stream.all)


def _date_of(stream: Stream, match: Match, n: int, m: int, section: str) -> TextDate | None:
    """The date of what a pattern says of its n-th member and m-th body.

    The next one after the member's name or, where that is the subject, after the verb; else one before.
    """
    items = stream.all
    if section == "founded" and "<left:listed>" in match.text:
        return None  # the date is that of those who joined
    last = stream.origin[match.end - 1]
    place = match.group.at[n]
    verb = stream.origin[min(match.verb, len(stream.origin) - 1)]
    bodies = match.bodies if isinstance(match.bodies, Bodies) else None
    begin = max(place, verb if place < verb else place, stream.origin[match.start])
    if bodies is not None and len(bodies) > 1 and bodies.at[m] > begin:
        begin = bodies.at[m]
        last = bodies.at[m] if m + 1 < len(bodies) else last
    if place >= 0 and place + 2 < len(items) and items[place + 1].low == "(" and items[place + 2].kind == "date":
        own: TextDate = items[place + 2].value  # "Belize (1991)"
        return None if own.yearless else own
    wanted = _ends_here if section == "left" else _since if section == "member" else _starts_here
    if _respectively(stream) and len(match.group.members) > 1 and len(match.bodies) < 2:
        dates = [i.value for i in items[begin : last + 8] if i.kind == "date"]
        return dates[n] if len(dates) == len(match.group.members) and not dates[n].yearless else None
    for place in range(begin + 1, min(len(items), last + 14)):
        item = items[place]
        if item.kind == "date":
            if _of_next(items, place):
                return None
            if _in_brackets_of_another(items, place):
                continue
            date: TextDate = item.value
            if wanted(date) and not date.yearless:
                return date
            if place > last:
                return None
            continue
        if place <= last or _passes(item):
            continue
        break
    before = range(stream.origin[match.start], max(match.group.at[n], 0))
    inside = [items[p].value for p in before if items[p].kind == "date" and not _in_brackets_of_another(items, p)]
    if len(inside) == 1 and match.group.how == "named" and wanted(inside[0]) and not inside[0].yearless:
        return inside[0]  # type: ignore[no-any-return]
    # "In 2004 Malta joined": only dates, commas and adverbs stand between.
    beginning = stream.origin[match.start]
    joined_to = items[beginning].low in ("with", "after", "following") or items[beginning - 1].low in ("when", "that")
    for place in range(beginning - 1, -1, -1):
        item = items[place]
        if item.kind == "date" and wanted(item.value) and not item.value.yearless:
            if joined_to:
                return item.value  # type: ignore[no-any-return]
            opens = place == 0 or items[place - 1].low in (",", ";", ":", "and", "but", "while", "whereas", "then", ".")
            return item.value if opens else None
        if item.kind != "date" and not (
            item.low == ","
            or (item.kind == "word" and item.low in ("the", "later", "then", "and", "but", "finally", "when", "that"))
        ):
            break
    return None


def _of_next(items: Sequence[Item], place: int) -> bool:
    """Whether a date in a list stands before the name that it belongs to: "Iran, and, since 1992, Uzbekistan"."""
    after = place + 1
    while after < len(items) and items[after].low == ",":
        after += 1
    joined = items[place - 1].low in (",", "and")
    return joined and after < len(items) and items[after].kind in ("state", "territory")


def _in_brackets_of_another(items: Sequence[Item], place: int) -> bool:
    """Whether a date stands in brackets after a state, whose own it is."""
    return place > 1 and items[place - 1].low == "(" and items[place - 2].kind in ("state", "territory")


def _until(stream: Stream, match: Match) -> TextDate | None:
    """The date up to which something was not so: "did not join until 1990".

    A date in what is put in behind the subject is not it: "Ireland, a member until 1949, is not in the Commonwealth".
    """
    inserted = match.group.end < match.verb and stream.words[match.group.end] == ","
    first = stream.origin[match.verb if inserted else match.start]
    for item in stream.all[first : stream.origin[match.end - 1] + 3]:
        if item.kind == "date" and (item.value.how in ("until", "till", "before") or item.value.end):
            date: TextDate = item.value
            return date
    return None


_COMING = frozenset("join joined enter entered accede acceded admitted accepted become".split())


def _then_came(stream: Stream, match: Match, until: TextDate) -> bool:
    """Whether what was not so up to a date came about then: "did not join until 1990"."""
    past = until.how in ("until", "till") and not until.end and not until.yearless and until.start <= today()
    words = stream.words[match.start : match.end]
    did = {"did", "was", "were", "didn't", "wasn't", "weren't"} & set(words)
    return past and bool(did) and bool(_COMING & set(words))


def _passes(item: Item) -> bool:
    """Whether an item may stand between what is said and its date."""
    if item.kind in ("place", "capital", "proper", "number", "body"):
        return True
    return item.kind == "word" and (
        item.low in _BETWEEN
        or item.low.endswith(("teenth", "tieth", "first", "second", "third", "th"))
        or item.low in ADVERBS
        or item.low.endswith("ly")
    )


_BETWEEN = frozenset(
    ", ( ) in at on as the of a an its their once again summit meeting conference session ceremony — – full member members later year years already effective with effect"
    " respectively together".split()
)


def _starts_here(date: TextDate) -> bool:
    return date.how in ("", "in", "on", "since", "from", "at", "during", "as")


def _ends_here(date: TextDate) -> bool:
    return date.how in ("", "in", "on", "until", "till", "at", "during", "from", "as") or bool(date.end)


def _since(date: TextDate) -> bool:
    return date.how in ("since", "from", *_UP_TO) or bool(date.end)


_UP_TO = ("until", "till")


def _words(stream: Stream, match: Match) -> set[str]:
    return set(stream.words[match.start : match.end])


def _said(stream: Stream, match: Match) -> str:
    place = _place(stream, match, 0)
    return " ".join(stream.sentence.said(place.start, place.end).split())
