"""The words of dates: months in many languages, and what says that something goes on or that no date is known."""

from __future__ import annotations

from ...late import late_pattern
from ...model.naming.forms import unaccented

__all__ = ["FOUNDED", "LATER", "MISSING", "MONTHS", "NONE", "OPEN", "OVER", "PARTS_OF_YEARS", "UNKNOWN", "UNSAID"]

_MONTHS_WRITTEN = """
jan gener januara january januar janner janvier janv enero ene gennaio gen janeiro januari января январь янв січня
styczen stycznia ianuarie ocak januara ledna leden tammikuuta sijecnja sijecanj ιανουαριου يناير جانفي

feb febrer februara february februar fevrier fevr fev febrero febbraio fevereiro februari февраля февраль фев лютого
luty lutego februarie subat februara unora unor helmikuuta veljace veljaca februar φεβρουαριου فبراير شباط فيفري

mar maret marca march marz maerz mars marzo marco maart марта март мар березня marzec marca mrt mrz martie mart marta
brezna brezen maaliskuuta marts marcius ozujka ozujak μαρτιου مارس اذار آذار

apr aprila april avril avr abril abr aprile апреля апрель апр квітня kwiecien kwietnia aprilie nisan aprila dubna
duben huhtikuuta aprilis travnja travanj απριλιου ابريل أبريل نيسان افريل أفريل

may maig mai mayo maggio mag maio mei мая май травня maj maja mayis mayıs maja kvetna kveten toukokuuta majus svibnja
svibanj μαιου مايو ايار أيار ماي

jun juny juna june juni juin junio giugno giu junho июня июнь июн червня czerwiec czerwca iunie haziran juna cervna
cerven kesakuuta junius lipnja lipanj ιουνιου يونيو حزيران جوان

jul juliol july juli juillet juil julio luglio lug julho июля июль июл липня lipiec lipca iulie temmuz jula cervence
cervenec heinakuuta julius srpnja srpanj ιουλιου يوليو تموز جويلية

aug agost agustus august aout agosto ago augustus августа август авг серпня sierpien sierpnia agustos avgust avgusta
srpna srpen elokuuta augusti augusztus kolovoza kolovoz αυγουστου اغسطس أغسطس اب آب اوت

sep setembre sept september septembre septiembre setiembre settembre set setembro сентября сентябрь сен вересня wrzesien
wrzesnia septembrie eylul septembar septembra zari syyskuuta szeptember rujna rujan σεπτεμβριου سبتمبر ايلول أيلول

oct october octubre october oktober okt octobre octubre ottobre ott outubro out октября октябрь окт жовтня pazdziernik
pazdziernika octombrie ekim oktobar oktobra rijna rijen lokakuuta οκτωβριου اكتوبر أكتوبر

nov novembre novembra november novembre noviembre novembro ноября ноябрь ноя листопада listopad listopada noiembrie
kasim kasım novembar novembra listopadu marraskuuta studenoga studenog studeni νοεμβριου نوفمبر

dec desembre decembra december dezember dez decembre diciembre dic dicembre dezembro декабря декабрь дек грудня
grudzien grudnia decembrie aralik aralık decembar decembra prosince prosinec joulukuuta desember prosinca δεκεμβριου
ديسمبر
"""
# As `calendar_dates.plain_text` writes them: lower case without accents.
MONTHS = {word: at for at, words in enumerate(_MONTHS_WRITTEN.strip().split("\n\n"), 1) for word in words.split()}
MONTHS |= {unaccented(word): at for word, at in MONTHS.items()}


def _listed(text: str) -> frozenset[str]:
    words = " ".join(text.split()).split(", ")
    return frozenset((*words, *map(unaccented, words)))


OPEN = _listed(
    """
    present, the present, current, currently, ongoing, on-going, on going, now, today, to date, still, still a
    member, still member, active, in force, open, continuing, continues, -present, until now, till now, to
    present, to the present, no expiration, no expiry, indefinite, indefinitely, unlimited, no end, unbefristet,
    indefinido, until today, until present, till date, pres., pres, heute, bis heute, aktuell, laufend,
    gegenwart, aujourd'hui, a ce jour, actuel, en cours, actuellement, presente, actualidad, actual, vigente,
    oggi, attuale, heden, nu, настоящее время, н.в., по настоящее время, до настоящего времени, по н.в.,
    hasta la fecha, a la fecha, hasta hoy, hasta ahora, hasta el presente, hasta la actualidad, en curso, en vigor,
    sigue, ate hoje, ate agora, ate o presente, ate a presente data, ate a data, em curso, em vigor, atual, hoje,
    atualmente,
    ad oggi, a oggi, fino ad oggi, fino a oggi, in corso, in vigore, attualmente, tuttora, ancora membro,
    jusqu'a aujourd'hui, jusqu'a present, jusqu'a ce jour, a present, toujours, toujours membre, en vigueur,
    bis jetzt, jetzt, bis dato, derzeit, zurzeit, andauernd, fortlaufend, noch mitglied, bis zur gegenwart, in kraft,
    tot heden, tot op heden, lopend, huidig, obecnie, nadal, do dzis, do chwili obecnej,
    н. в., н/в, по н. в., в настоящее время, по сей день, до сих пор, поныне, сейчас, по сегодняшний день, действует,
    present day, the present day, up to the present, to the present day, to this day, up to now, until further notice,
    sine die, perpetual, perpetuity, in perpetuity, permanent, permanently, no end date, not ended, has not ended, not
    terminated, still in force, remains in force, in effect, still in effect, ad infinitum, unlimited duration, of
    unlimited duration, bis auf weiteres, auf unbestimmte zeit, jusqu'a nouvel ordre, duree illimitee, hasta nuevo
    aviso, duracion indefinida, por tiempo indefinido, ate ao presente, ate o momento, tempo indeterminado, fino a
    nuovo avviso, a tempo indeterminato, tot nader order, бессрочно, bezterminowo, 至今, 迄今, 现在, 現在,
    現在に至る, 현재, حتى الان, ปัจจุบัน,
    pågående, fortfarande, alltjämt, tills vidare, nuvarande, nuværende, nåværende, fortsatt, stadig, løpende,
    løbende, igangværende, pågår, i kraft, nykyinen, edelleen, yhä, jatkuu, toistaiseksi, voimassa, jelenleg,
    jelenlegi, máig, ma is tag, folyamatban, dosud, doposud, dodnes, trvá, současnost, do současnosti, nyní, stále,
    v platnosti, doteraz, súčasnosť, prezent, în prezent, până în prezent, în vigoare, actualmente, în continuare,
    halen, hâlen, halen üye, devam ediyor, devam, sürüyor, günümüz, bugün, yürürlükte, σήμερα, έως σήμερα,
    μέχρι σήμερα, ως σήμερα, σε ισχύ, παρόν, дотепер, донині, досі, нині, теперішній час, по теперішній час,
    до теперішнього часу, по сьогодні, чинний, чинна, триває, продолжается, по настоящий момент, текущий, sada,
    danas, do danas, trenutno, još uvijek, u tijeku, još uvek, u toku, сада, данас, до данас, сега, до днес, днес,
    настояще, w toku, trwa, obecny, obecna, aż do teraz, zdaj, še vedno, praegu, siiani, kehtiv, pašlaik, joprojām,
    dabar, iki šiol, 目前, 仍在, 仍为成员, 仍為成員, 进行中, 進行中, 现今, 現今, 今, 今日, 在籍中, 継続中, 継続,
    加盟中, 계속, 진행중, 진행 중, 지금, 현재까지, đến nay, hiện nay, hiện tại, kini, hingga kini, sekarang,
    sampai sekarang, hingga sekarang, masih, عضو حتى الآن, حتى الآن, مستمر, כיום, היום, עד היום, נוכחי, वर्तमान,
    अब तक, जारी, ถึงปัจจุบัน,
    onwards, onward, and onwards, and after, and later, ff, ff., infinity, +infinity, forever, ∞, …, ...
    """
)
UNSAID = frozenset(("", "na", "n/a", "nan", "null", ".", "nat", "<na>"))
"""What programs write into a cell that is empty."""

NONE = UNSAID | _listed(
    """
    0, 0.0, n.a., n.a, #n/a, none, nil, (none), -, –, —, −, --, ---, not applicable, no, never, k. a., k.a., k. a,
    (null), \\n, -infinity
    """
)
"""What says that there is no date."""

UNKNOWN = _listed(
    """
    ?, ??, ???, unknown, unkn, unkn., unk, unk., not known, unclear, uncertain, not available, no data, no date, n.d.,
    n.d, nd, s.d., undated, date unknown, unknown date, missing, unbekannt, inconnu, inconnue, desconocido,
    desconocida, sconosciuto, onbekend, неизвестно, -9, -99, -999, -8, -7, -9.0, -99.0, -999.0, not specified,
    unspecified, not stated, se desconoce, fecha desconocida, sin fecha, sin datos, no disponible, no consta,
    s/f, s.f., desconhecido, desconhecida, data desconhecida, sem data, sem dados, nao disponivel, s/d, n/d,
    sconosciuta, ignoto, ignota, data sconosciuta, senza data, non disponibile, non nota, non noto,
    date inconnue, sans date, non connu, non connue, non disponible, non renseigne,
    nicht bekannt, datum unbekannt, ohne datum, keine angabe, keine angaben, nicht verfugbar, o. d., o.d.,
    datum onbekend, niet bekend, geen datum, nieznany, nieznana, nieznane, brak danych, b.d.,
    неизвестен, неизвестна, дата неизвестна, не известно, нет данных, н/д, без даты, нет даты,
    date not known, not recorded, n/k, okänt, okänd, okända, datum okänt, uppgift saknas, saknas, ukjent, ukendt,
    ikke kjent, ikke kendt, dato ukjent, dato ukendt, tuntematon, ei tiedossa, ei tietoa, päivämäärä tuntematon,
    ismeretlen, nem ismert, nincs adat, neznámé, neznámý, neznámá, neznáme, neznáma, neznámy, není známo,
    nie je známe, datum neznámé, necunoscut, necunoscută, dată necunoscută, necunoscute, nu se cunoaște,
    bilinmiyor, bilinmeyen, belirsiz, meçhul, veri yok, άγνωστο, άγνωστη, άγνωστος, άγνωστα, δεν είναι γνωστό,
    невідомо, невідома, невідомий, невідоме, дата невідома, немає даних, nepoznato, nepoznat, nepoznata, непознато,
    неизвестна дата, няма данни, neznano, neznan, teadmata, nezināms, nežinoma, nežinomas, nieznana data,
    data nieznana, 不详, 不詳, 未知, 未详, 未詳, 不明, 日期不详, 日期不詳, 时间不详, 待考, 無記録, 미상, 불명,
    알 수 없음, 알수없음, không rõ, không xác định, chưa rõ, tidak diketahui, غير معروف, غير معروفة, مجهول,
    غير محدد, نامعلوم, לא ידוע, לא ידועה, अज्ञात, ไม่ทราบ
    """
)
"""What says that nobody knows the date."""

LATER = _listed(
    """
    tbd, tba, tbc, t.b.d., t.b.a., t.b.c., to be determined, to be confirmed, to be decided, to be announced, not yet,
    not yet known, not yet set, pending, noch offen, offen, a confirmer, a determiner, por confirmar, por determinar
    """
)
"""What says that a date is still to come."""

FOUNDED = _listed(
    """
    founder, founders, founding member, founding state, original member, original signatory, charter member, since
    foundation, since the foundation, grundungsmitglied, grunder, membre fondateur, fondateur, miembro fundador,
    fundador, membro fundador, membro fondatore, fondatore, oprichter, основатель, государство-основатель
    """
)
"""What says that a membership began with its body."""

OVER = _listed(
    """
    left, has left, withdrew, withdrawn, withdrawal, exited, quit, ended, over, terminated, expired, ceased, dissolved,
    defunct, abolished, former, former member, no longer, no longer a member, not any more, expelled, lapsed,
    ausgetreten, beendet, ehemalig, aufgelost, sorti, retire, dissous, ancien, ancien membre, retirado, disuelto,
    yes, y, true, x, ja, oui, si, да
    """
)
"""What says, where the end should be, that a membership has ended, and not when."""

MISSING = NONE - {"no", "never"} | UNKNOWN - {"unclear", "uncertain"} | FOUNDED
"""What is no date, in whatever column."""


def _any(words: str) -> str:
    return "|".join(words.split())


_SEASONS = _any(
    """
    spring summer autumn fall winter fruhjahr fruhling sommer herbst printemps ete automne hiver primavera verano otono
    invierno estate autunno inverno verao outono весна весной весны лето летом лета осень осенью осени зима зимой зимы
    """
)
_ABOUT_WHEN = _any(
    """
    early mid middle late beginning start end anfang beginn mitte ende debut mi fin principios comienzos inicios
    mediados finales fines inicio meados final inizio meta fine начало начале середина середине конец конце
    """
)
_NUMBERED = (
    r"(?:[1-4](?:st|nd|rd|th|er|e|eme|o|º|°|\.|-й|-я)?|i{1,3}|iv|first|second|third|fourth"
    r"|erstes|zweites|drittes|viertes)"
)
_PARTS = _any("quarter quartal trimestre trimester квартал half halbjahr semestre semester полугодие q qtr")
PARTS_OF_YEARS = late_pattern(
    r"(?:(?:a|em|en|in|im|au|в|во|у|the) )?"
    rf"(?:q[1-4]|t[1-4]|h[12]|s[12]|[1-4]q|{_NUMBERED}[ -](?:{_PARTS})|(?:{_SEASONS})|(?:the )?(?:{_ABOUT_WHEN}))"
    r"[ ,./-]*(?:of |in |de |del |di |des |do |da |d')?(?:the year )?(?=\S)"
)
"""What stands before a year (or, of its beginning, middle or end, a month) of which it is a part: "Q3", "spring of"."""
