"""The peer of `blocs draft`: sentences, names and verbs of membership by spaCy's rules, without a model or facts.

`draft_spacy.py TEXT NAMES` prints how many sentences of a text have a name of the list NAMES and a verb of membership.
"""

import sys
from pathlib import Path

import spacy
from spacy.matcher import Matcher, PhraseMatcher

VERBS = (
    "joined",
    "left",
    "founded",
    "formed",
    "acceded",
    "admitted",
    "withdrew",
    "includes",
    "unites",
    "met",
    "signed",
)


def main(text: Path, names: Path) -> None:
    """Read the text by paragraphs, as `draft` does."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    named, verbs = PhraseMatcher(nlp.vocab), Matcher(nlp.vocab)
    named.add("name", list(nlp.pipe(names.read_text(encoding="utf-8").splitlines())))
    verbs.add("verb", [[{"LOWER": verb}] for verb in VERBS] + [[{"LOWER": "member"}, {"LOWER": "of"}]])
    found = 0
    for paragraph in nlp.pipe(text.read_text(encoding="utf-8").split("\n\n")):
        for sentence in paragraph.sents:
            found += bool(named(sentence.as_doc()) and verbs(sentence.as_doc()))
    print(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
