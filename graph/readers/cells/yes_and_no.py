"""The words for yes and no in the languages in which people write tables: of each language a line.

Some mean it wherever they stand ("evet", 否). Others are something else as well ("ne", "v", ○), and mean it beside
the other word of their language only: "ja" and "ne" are no pair, "da" and "ne" are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from ...model.naming.forms import unaccented

__all__ = ["NO_WORDS", "YES_WORDS", "pair_in", "short_pair"]

_SURE = """
    yes yep yeah true               | no nope nah false never
    ja wahr                         | nein falsch
    oui vrai                        | non faux jamais
    sí verdadero                    | no falso nunca
    sim verdadeiro                  | não nunca
    sì si vero                      | no falso
    ja                              | nee nooit onwaar
    ja                              | nej nei aldrig aldri
    kyllä                           | ei
    jah                             | ei
    já                              | nei
    tak prawda                      | nie fałsz nigdy
    ano áno                         | nie
    da                              | ни
    da adevărat                     | fals
    igen igaz                       | nem hamis
    jā                              | nekad
    taip                            | niekada
    evet doğru                      | hayır hayir yanlış
    bəli                            | xeyr
    да                              | нет нет. никогда
    так                             | ні
    ναι                             | όχι
    نعم                             | لا
    بله بلی هست آری                 | خیر نه
    ہاں                             | نہیں
    כן                              | לא
    हाँ हां                         | नहीं
    হ্যাঁ                             | না
    ஆம்                              | இல்லை
    是 是的                         | 否 不是 不
    はい                            | いいえ
    예 네                           | 아니오 아니요
    có                              | không
    ใช่                              | ไม่ใช่ ไม่
    ya                              | tidak bukan
    ndiyo ndio                      | hapana
    დიახ კი                         | არა
    այո                             | ոչ
    አዎ                              | አይደለም
    bəli hə                         | yox
    иә                              | жоқ
    ооба                            | жок
    тийм                            | үгүй
    eny                             | tsia
    yego                            | oya
    yebo                            | hayi
"""
"""Words for yes | words for no, that are hardly ever anything else."""

_IN_PAIRS = """
    y t                             | n f
    j ja                            | n nein nee nej nei
    o oui                           | n non
    s sí si sim                     | n no não nao
    v vrai verdadero vero           | f faux falso
    v verdadeiro wahr               | f falso falsch
    waar                            | onwaar
    sant sann sand                  | usant falsk falskt
    joo                             | ei en
    tosi                            | epätosi
    t tak                           | n nie
    a ano áno                       | n ne nie
    d da                            | n ne nu nie
    da                              | ne nu nie
    ano                             | ne
    istina točno tačno              | laž netočno netačno
    да д                            | не н нет
    так т                           | не ні н
    ja jā                           | nē ne
    taip t                          | ne n
    i igen                          | n nem
    e evet                          | h hayır
    k kyllä                         | e ei
    nai ναι                         | ochi oxi όχι
    naam                            | la
    ha                              | yoq yo'q yoʻq
    hawa                            | ýok
    ҳа                              | не
    oo opo                          | hindi
    có co                           | không khong
    đúng dung                       | sai
    ya iya                          | tak tidak
    po                              | jo
    jo                              | nee
    bai                             | ez
    si sí                           | non
    iva                             | le
    tá                              | níl
    wi                              | non
    haa                             | maya
    eh ee                           | a'a
    ehe                             | kwete
    yebo                            | cha
    arí                             | mana
    हो                              | होइन
    होय                             | नाही
    હા                              | ના
    ਹਾਂ                              | ਨਹੀਂ
    అవును                           | కాదు లేదు
    ಹೌದು                            | ಇಲ್ಲ
    അതെ                             | അല്ല ഇല്ല
    ඔව්                              | නැත නැහැ
    ဟုတ်                             | မဟုတ်
    បាទ ចាស                         | ទេ
    ແມ່ນ                            | ບໍ່
    هو                              | نه
    صح صحيح                         | خطأ خاطئ
    有 有り                         | 无 無 無し 没有 沒有
    ○ ◯ 〇 ◎                        | × ✕ x ✗ ✘
    ● ⬤ •                           | ○ ◯ 〇
    ■ ☒ ☑ ✓ ✔                       | □ ☐
    👍 🟢                           | 👎 🔴
    in                              | out
    inside                          | outside
    on                              | off
    dentro                          | fuera fora
    drin dabei                      | draussen nicht_dabei
"""
"""The same of words and signs that mean it in a pair only."""

_NOT = re.compile(r"(?:not|non|no|nicht|kein|niet|geen|ikke|inte|ei|não|не|nie) |non-|un")
"""What turns a word into its opposite."""


def _lines(table: str, shortest: int) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The words for yes and for no of each line, with accents, and without if enough letters are left of them."""
    lines = [line.partition("|") for line in table.splitlines() if line.strip()]
    return [(_forms(yes, shortest), _forms(no, shortest)) for yes, _, no in lines]


def _forms(side: str, shortest: int) -> frozenset[str]:
    words = [each.replace("_", " ") for each in side.split()]
    return frozenset([*words, *(plain for each in words if len(plain := unaccented(each)) >= shortest)])


YES_WORDS = frozenset(each for yes, _ in _lines(_SURE, 3) for each in yes)
"""Words that say yes wherever they stand, as `cell_words.word` writes them."""

NO_WORDS = frozenset(each for _, no in _lines(_SURE, 3) for each in no)
"""Words that say no wherever they stand."""


@cache
def _pairs() -> list[tuple[frozenset[str], frozenset[str]]]:
    return _lines(_IN_PAIRS, 1)


def pair_in(words: Iterable[str]) -> Mapping[str, bool]:
    """Which words of a column say yes and which no, where all are of one language and both are among them.

    Parameters
    ----------
    words : iterable of str
        The words, as `cell_words.word` writes them.

    Returns
    -------
    mapping of str to bool
        Whether each says yes; empty if they are no such pair.

    >>> pair_in(["hindi", "oo"]), pair_in(["v", "f"]), pair_in(["oo", "ne"]), pair_in(["hindi", "malay"])
    ({'hindi': False, 'oo': True}, {'v': True, 'f': False}, {}, {})
    >>> pair_in(["joined", "not joined"])
    {'joined': True, 'not joined': False}
    """
    words = list(words)
    for yes, no in _pairs():
        if len(words) > 1 and all(each in yes or each in no for each in words):
            found = {each: each in yes for each in words}
            if len(set(found.values())) == 2:
                return found
    return _turned_about(words)


def _turned_about(words: list[str]) -> Mapping[str, bool]:
    """Two words of which one is the other with a "not" before it."""
    if len(words) != 2:
        return {}
    short, long = sorted(words, key=len)
    if len(short) > 2 and (match := _NOT.match(long)) and long[match.end() :] == short:
        return {short: True, long: False}
    return {}


def short_pair(words: Iterable[str]) -> bool:
    """Whether words are single letters or signs, which may stand for something else than yes and no.

    Parameters
    ----------
    words : iterable of str
        The words.

    Returns
    -------
    bool

    >>> short_pair(["o", "n"]), short_pair(["oui", "non"])
    (True, False)
    """
    return all(len(each) == 1 and each.isalpha() for each in words)
