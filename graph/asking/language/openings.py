"""What stands before and behind a question: courtesies, introductions, and the words that it opens with."""

from __future__ import annotations

__all__ = ["AUXILIARIES", "COURTESIES", "INTRODUCTIONS", "OPENINGS"]


COURTESIES = (
    "please", "kindly", "if you please", "if you would", "if possible", "thanks", "thanks a lot", "many thanks", "thanks so much",
    "thanks very much", "thanks in advance", "thank you", "thank you so much", "thank you very much", "thank you in advance",
    "thx", "cheers", "much appreciated", "for me", "for us", "in total", "altogether", "overall", "all in all", "all told",
    "by the way", "pls", "plz", "ta", "if you can", "if you could", "if you know", "would you", "could you", "can you", "will you",
    "do you know", "i wonder", "exactly", "list", "list them", "list them all", "name them", "name them all", "and name them", "and list them", "if i may ask", "if i may", "as far as you know", "to your knowledge", "in your data", "in this graph",
    "in this data", "in the data", "in your graph", "according to the data", "according to this graph", "according to your data", "sir", "anyway", "alphabetically", "in alphabetical order", "by name", "sorted by name", "in any order",
)  # fmt: skip
"""What may stand behind any question and means nothing for its answer."""

INTRODUCTIONS = frozenset(
    (
        "i", "we", "am", "are", "would", "be", "very", "really", "so", "much", "grateful", "glad", "happy", "pleased", "thankful", "if", "you",
        "could", "can", "may", "might", "please", "let", "me", "us", "know", "tell", "say", "check", "verify", "confirm", "explain", "find", "out",
        "for", "an", "a", "the", "my", "our", "this", "article", "story", "report", "paper", "thesis", "essay", "homework", "project", "book",
        "presentation", "class", "seminar", "course", "research", "piece", "blog", "post", "on", "about", "writing", "write", "certain", "preparing", "working", "doing", "study",
        "studying", "student", "journalist", "researcher", "teacher", "professor", "boss", "editor", "colleague", "friend", "wants", "asks", "asked", "says",
        "said", "told", "claims", "thinks", "think", "believe", "heard", "read", "somewhere", "that", "it", "is", "true", "to", "need", "want", "like", "love",
        "ask", "see", "learn", "understand", "hi", "hello", "hey", "dear", "sir", "madam", "team", "all", "everyone", "folks", "good", "morning", "afternoon", "evening",
        "day", "anybody", "anyone", "someone", "somebody", "just", "quick", "question", "one", "wondering", "curious", "wonder", "trying", "looking",
        "help", "with", "not", "sure", "but", "and", "do", "does", "did", "happen", "remember", "forgot", "ok", "okay", "well", "by", "way", "sorry", "bother", "again", "of", "kindly",
        "maybe", "perhaps", "possible", "whether", "information", "some", "get", "have", "got", "here", "s",
    )
)  # fmt: skip
"""Words that lead up to a question and ask nothing: "for an article I am writing, could you check whether …"."""

AUXILIARIES = frozenset(("is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "will"))
"""Verbs that a question begins with, and that a statement has after its subject."""

OPENINGS: dict[str, tuple[str, ...]] = {
    "how many": (
        "tally of", "the tally of", "the total of", "total of", "headcount of", "a count of", "tally", "what is the tally of", "what is the total of",
        "how many", "what is the number of", "what was the number of", "the number of", "number of", "count the", "count",
        "count of", "the count of", "what number of", "what is the count of", "what is the total number of",
        "the total number of", "total number of", "count all", "count all the", "how many of the", "what is the number of the", "how many different", "number", "how much", "the amount of",
    ),
    "when": (
        "when", "where", "since when", "since which year", "since what year", "until when", "till when", "in which year", "in what year", "which year", "what year", "on which date",
        "on what date", "how long", "which country", "what country", "which office", "in which city", "in what city", "which city",
    ),
    "the size of": (
        "what is the size of", "what was the size of", "the size of", "how big is", "how large is", "how big was",
        "how large was", "size of", "how many are in", "how many belong to", "how many are members of", "how many there are in", "the membership size of", "what is the membership size of",
    ),
    "is there any": (
        "is there any", "are there any", "is there a", "was there any", "were there any", "is there an", "are there", "is there",
        "did any", "do any", "does any", "is any", "are any", "was any", "were any", "has any", "have any", "will any",
        "does some", "do some", "are some", "is some", "did some", "did any of the", "do any of the", "does any of the", "is any of the",
        "are any of the", "were any of the", "was any of the", "have any of the", "is at least one", "does at least one",
        "did at least one", "are there some", "is there at least one", "is there even one", "is there even a single", "is there a single",
        "does a single", "did a single", "did even one", "does even one",
    ),
    "anyone": ("anyone", "anybody", "someone", "somebody", "any one"),
    "all": ("all of the", "all the", "all of", "all", "every", "every one of the", "every single", "each", "each of the", "each and every"),
    "which of": (
        "which of", "who of", "who among", "which among", "what of", "which one of", "which ones of", "who out of", "which out of",
        "which states of", "which countries of", "which one among", "which members of", "which bodies of", "list which of",
        "which two of", "which three of", "say which of", "tell me which of",
    ),
    "of": ("of", "among", "out of", "from among", "between", "from", "of the following"),
    "which": (
        "which", "who", "which one", "which ones", "who of them", "which of them", "which of these", "which states", "which countries",
        "which bodies", "which organizations", "which state", "which country",
    ),
    "except": (
        "besides", "apart from", "except", "except for", "excepting", "other than", "excluding", "aside from", "not counting", "but",
        "with the exception of", "save for", "save", "leaving aside", "leaving out", "not including", "in addition to", "but not",
        "without", "and not", "but are not", "but is not", "but were not", "but was not", "and are not", "that are not", "which are not", "who are not",
        "that is not", "which is not", "who is not", "beyond", "not", "bar", "barring", "minus", "beside",
    ),
    "in any role": (
        "in any role", "in whatever role", "in any capacity", "in whatever capacity", "regardless of role", "whatever the role",
        "whatever their role", "in all roles", "in some role", "in any status", "of any kind of membership", "in any way",
    ),
    "including": ("including", "counting", "and counting", "with", "plus", "together with", "incl", "inclusive of", "also counting", "if one counts", "if you count"),
    "what percentage of": (
        "what percentage of", "which percentage of", "what share of", "what percent of", "how large a share of", "how big a share of", "what portion of", "how much of", "which share of", "what proportion of", "what fraction of", "what part of",
        "how many percent of", "what % of", "how many % of", "the percentage of", "percentage of", "the share of", "share of", "what is the percentage of",
        "what is the share of", "what was the percentage of", "what was the share of",
    ),
    "together with": ("with", "together with", "along with", "alongside", "next to"),
    "is it true that": (
        "is it true that", "is it correct that", "is it so that", "is it the case that", "is it right that", "true or false",
        "is it a fact that", "am i right that", "can one say that", "is it said that", "does the article say that", "would it be true that",
        "is it correct to say that", "is it right to say that", "is it true to say that", "is it fair to say that", "is it accurate that",
        "would it be right to say that", "would it be correct to say that", "can we say that", "do we know whether", "do we know if",
        "does anyone know whether", "does anyone know if", "does anybody know whether", "does anybody know if", "is it really true that",
        "it is said that", "it is true that", "i hear that", "i heard that", "i read that", "any idea whether", "any idea if",
        "i would like to know whether", "i would like to know if", "i am wondering whether", "i am wondering if", "just wondering whether",
        "just wondering if", "wondering whether", "wondering if", "can you confirm that", "could you confirm that", "please confirm that",
        "confirm that", "can you check whether", "can you check if", "could you check whether", "could you check if",
        "is it known whether", "check whether", "check if", "tell me whether", "tell me if", "say whether", "i wonder whether",
        "i wonder if", "whether", "i want to know whether", "i want to know if", "can you tell me whether", "can you tell me if",
        "could you tell me whether", "could you tell me if", "do you know whether", "do you know if", "please tell me whether", "please tell me if",
    ),
    "right": ("right", "correct", "true", "yes", "or not", "is that right", "is that correct", "is it not", "does it not", "is not it", "does not it", "am i right", "is that so", "no"),
}  # fmt: skip
"""What frames a question: openings, and words within or behind it that leave a question of its own when taken away."""
