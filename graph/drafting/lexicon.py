"""Small closed lists of English that reading a text rests on. No name of any entity stands here."""

from __future__ import annotations

__all__ = [
    *("ADVERBS", "AUXILIARIES", "BODY_NOUNS", "CLOSING", "CONNECTORS", "GENERIC_BODIES", "NOT_ADVERBS", "NUMBERS"),
    *(
        "OFFICE_HEADS",
        "OFFICE_WORDS",
        "PARTICLES",
        "MEETINGS",
        "MODALS",
        "NAMED_NOUNS",
        "NOT_FULL",
        "NOT_YET",
        "PARTNERS",
        "PREPOSITIONS",
        "STATE_NOUNS",
        "STOP",
        "TIME_NOUNS",
        "TOGETHER",
    ),
    "TREATY_NOUNS",
]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
}
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
NUMBERS |= _TENS | {
    f"{ten}-{word}": more + number for ten, more in _TENS.items() for word, number in list(NUMBERS.items())[1:10]
}

PREPOSITIONS = _set(
    "of in on at to for from by with about against among amid between under over near beyond during without within"
    " into onto upon outside inside towards toward through throughout across along behind before after since until"
    " despite except like unlike via per versus off around beside besides above below than including excluding"
)

AUXILIARIES = _set(
    "is are was were be been being has have had do does did will would shall should may might can could must ought"
)

MODALS = _set("would could might may will shall should can must")

TOGETHER = (("along", "with"), ("together", "with"), ("in", "addition", "to"), ("as", "well", "as"))
"""What joins one who does something to others who do it too."""

ADVERBS = _set(
    "also too still now then again thus therefore however meanwhile today nevertheless nonetheless instead later soon"
    " even indeed moreover furthermore just already hence simply jointly presently afterwards eventually so-called"
    " likewise altogether twice thereby accordingly subsequently thereafter sometimes always often"
)

NOT_ADVERBS = _set(
    "namely only family italy assembly july supply reply apply rely ally monopoly early anomaly likely sicily formerly"
)
"""Words that end as adverbs do and are none, or mean too much to be left out."""

CONNECTORS = _set("of for the on in de da du del des to and und y e la le al")
"""Words that may stand inside of a name in lower case."""

PARTICLES = _set("al bin ibn van von der den de di da dos del el la le abu ben ul y")
"""Words in lower case that stand inside of people's names."""

BODY_NOUNS = _set(
    "organization union community council league association alliance pact treaty commonwealth forum group bank fund"
    " agency commission conference partnership cooperation market initiative movement assembly committee court bloc"
    " area authority federation confederation network system entente club secretariat institute compact dialogue"
    " parliament charter convention agreement accord coalition front arrangements triangle platform process format"
)
"""Nouns that make a name in capitals the name of a body (or of a treaty)."""

MEETINGS = _set("summit summits meeting session conference congress assembly ceremony gathering")

TIME_NOUNS = _set("day days week weeks month months year years decade decades")
TREATY_NOUNS = _set("treaty agreement convention accord charter protocol declaration pact act compact")

NAMED_NOUNS = _set(
    "authority compact network initiative dialogue commission movement federation confederation entente front"
    " arrangements system court triangle platform process force"
)
"""Nouns by which a text speaks of a body in whose name they are: "the authority" after "the Volta Basin Authority"."""

GENERIC_BODIES = _set(
    "bloc alliance organization grouping group body club cartel pact association community union league partnership"
    " coalition forum council treaty commonwealth organisation institution bank fund agency"
)
"""Nouns by which a text speaks of a body that it has named."""

STATE_NOUNS = _set(
    "state states country countries nation nations republic republics kingdom kingdoms island islands neighbor"
    " neighbors ally allies government governments power powers member members archipelago monarchies monarchy"
    " emirate emirates sultanate trio neighbours economies economy"
)

OFFICE_HEADS = _set(
    "minister president premier chancellor king queen emir sultan prince taoiseach chairman chairwoman chairperson"
    " commissioner envoy ambassador governor speaker spokesman spokeswoman secretary secretary-general director-general"
    " representative chair chief vice-president leader presidents ministers chancellors premiers"
)
OFFICE_WORDS = _set(
    "deputy cabinet vice acting first interim prime foreign defense finance interior trade energy oil economy economic justice"
    " health education transport agriculture environment culture labor planning information home external affairs"
    " relations development industry commerce security national state general high crown permanent executive petroleum"
    " minerals water tourism sport sports affairs european integration communications infrastructure fisheries mines"
    " treasury war navy colonial overseas cooperation international policy regional"
)

STOP = _set(
    "a an the this that these those it its he she they we i you his her their our my your who which what when where why"
    " how if whether while although though because as since after before until unless once and but or nor neither"
    " either both all some most many few several no not none each every any another other such in on at of to for from by"
    " with about against among between under over during without within despite unlike like there here yet so thus"
    " however meanwhile moreover also still only even then now today later instead indeed according following given both"
    " whereas except besides along together two three four five six seven eight nine ten eleven twelve would should"
    " could may might must will can does did do had has have was were is are nobody everybody others one"
    " members member states state countries country president ministers leaders officials during former founding"
    " whatever whoever let never ever often sometimes perhaps maybe possibly allegedly reportedly"
)
"""Words that are no part of a name where they begin a sentence."""

NOT_FULL = _set("associate associated observer affiliate affiliated corresponding dialogue honorary candidate partner")
"""Before "member" or "state", these words say that it is no full member."""

PARTNERS = frozenset(("EAC",))
"""The bodies that call their members partner states."""

NOT_YET = _set(
    "former prospective future would-be potential aspiring candidate possible likely ex ex- non non- hopeful putative"
    " eventual onetime one-time erstwhile suspended"
)
"""Before "EU members", these words say that they are none."""

CLOSING = _set(
    ", . ; : ! ? ) ] \" ” “ ' ’ – — - -- ( and but or nor on in at after before despite because as with without while when since"
    " until by for from to under over during alongside together along only too also again though although where which that"
    " who whose either itself themselves at than if unless whereas so yet not is are was were has have had will would may"
    " might can could should must do does did never ever any among including such like once more altogether upon within"
    " through following pending amid among besides except there here now then today permanently formally officially last this next effective"
    " being created established launched respectively instead first twice outright a an the against into out back up outside"
)
"""What may follow a name that ends what is said of it: no noun that would make the name a part of another."""

FORMAL_NOUNS = frozenset(
    "ally allies member members state states party parties signatory signatories observer observers associate associates".split()
)
"""Plain words that formal texts write with a capital letter."""
