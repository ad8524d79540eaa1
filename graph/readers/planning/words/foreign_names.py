"""Usual names of columns in languages that hardly share a word with others: one table, a line for each field."""

from __future__ import annotations

from functools import cache

from .key_forms import plain_form

__all__ = ["names_in"]

# Standard words only: a name that is missing is asked about, a wrong one would be read.
_WORDS = {
    "Arabic": """
        state: الدولة, دولة, الدول, البلد, بلد, اسم الدولة, اسم البلد, الدولة العضو, الدول الأعضاء
        member: العضو, عضو, الأعضاء
        organization: المنظمة, منظمة, اسم المنظمة, التحالف, الاتحاد, المعاهدة
        start: تاريخ الانضمام, سنة الانضمام, تاريخ العضوية, تاريخ البدء, تاريخ البداية, البداية, منذ
        end: تاريخ الانسحاب, سنة الانسحاب, تاريخ الانتهاء, تاريخ النهاية, النهاية
        role: الصفة, نوع العضوية, الدور, الحالة, حالة العضوية
        year: السنة, سنة""",
    "Persian": """
        state: کشور, کشورها, نام کشور, کشور عضو, کشورهای عضو
        member: عضو, اعضا, نام عضو
        organization: سازمان, نام سازمان, سازمان بین‌المللی, پیمان, اتحادیه, ائتلاف
        start: تاریخ عضویت, تاریخ پیوستن, سال عضویت, سال پیوستن, آغاز, شروع, تاریخ شروع, تاریخ آغاز
        end: تاریخ خروج, سال خروج, پایان, تاریخ پایان
        role: نقش, وضعیت, وضعیت عضویت, نوع عضویت
        year: سال""",
    "Urdu": """
        state: ملک, ممالک, ملک کا نام, رکن ملک, رکن ممالک
        member: رکن
        organization: تنظیم, تنظیم کا نام, ادارہ, اتحاد
        start: شمولیت, تاریخ شمولیت, شمولیت کی تاریخ, سال شمولیت
        end: اختتام, تاریخ اختتام
        role: کردار, حیثیت""",
    "Hindi": """
        state: देश, देश का नाम, राष्ट्र, सदस्य देश, सदस्य राष्ट्र
        member: सदस्य
        organization: संगठन, संगठन का नाम, संस्था, संघ, गठबंधन, संधि
        start: शामिल होने की तिथि, शामिल होने का वर्ष, प्रवेश तिथि, प्रवेश वर्ष, सदस्यता तिथि, आरंभ, प्रारंभ, आरंभ तिथि, प्रारंभ तिथि
        end: समाप्ति, समाप्ति तिथि, अंत
        role: भूमिका, स्थिति, सदस्यता
        year: वर्ष, साल""",
    "Bengali": """
        state: দেশ, দেশের নাম, রাষ্ট্র, সদস্য দেশ, সদস্য রাষ্ট্র
        member: সদস্য
        organization: সংস্থা, সংস্থার নাম, সংগঠন, জোট
        start: যোগদান, যোগদানের তারিখ, যোগদানের বছর, শুরু
        end: সমাপ্তি, শেষ
        role: ভূমিকা, মর্যাদা
        year: বছর, সাল""",
    "Tamil": """
        state: நாடு, நாடுகள், நாட்டின் பெயர், உறுப்பு நாடு, உறுப்பு நாடுகள்
        member: உறுப்பினர்
        organization: அமைப்பு, அமைப்பின் பெயர், கூட்டணி
        start: சேர்ந்த ஆண்டு, சேர்ந்த தேதி, இணைந்த ஆண்டு, இணைந்த தேதி, தொடக்கம்
        end: வெளியேறிய ஆண்டு, வெளியேறிய தேதி, முடிவு
        role: நிலை
        year: ஆண்டு""",
    "Thai": """
        state: ประเทศ, ชื่อประเทศ, ประเทศสมาชิก, รัฐสมาชิก
        member: สมาชิก
        organization: องค์การ, องค์กร, ชื่อองค์การ, ชื่อองค์กร, องค์การระหว่างประเทศ, พันธมิตร
        start: เข้าร่วม, วันที่เข้าร่วม, ปีที่เข้าร่วม, เข้าร่วมเมื่อ, วันที่เริ่ม, วันที่เริ่มต้น, เริ่มต้น
        end: วันที่ออก, ปีที่ออก, สิ้นสุด, วันที่สิ้นสุด
        role: สถานะ, บทบาท, สถานภาพ, ประเภทสมาชิก
        year: ปี""",
    "Vietnamese": """
        state: quốc gia, nước, tên nước, tên quốc gia, nước thành viên, quốc gia thành viên
        member: thành viên
        organization: tổ chức, tên tổ chức, tổ chức quốc tế, liên minh, hiệp ước
        start: gia nhập, ngày gia nhập, năm gia nhập, ngày tham gia, năm tham gia, bắt đầu, ngày bắt đầu, năm bắt đầu
        end: ngày rút khỏi, năm rút khỏi, ngày rời, năm rời, kết thúc, ngày kết thúc, năm kết thúc
        role: vai trò, tư cách, tư cách thành viên, trạng thái, tình trạng""",
    "Indonesian and Malay": """
        state: negara, nama negara, negara anggota, negara ahli
        member: anggota
        organization: organisasi, nama organisasi, organisasi internasional, pertubuhan, pakta, aliansi, perjanjian, pakatan
        start: sejak, mulai, bergabung, tahun bergabung, tanggal bergabung, tahun masuk, tanggal masuk, tanggal mulai, tahun mulai,
            tarikh menyertai, tahun menyertai, tarikh mula
        end: keluar, tahun keluar, tanggal keluar, hingga, sampai, tanggal berakhir, tahun berakhir, tanggal selesai, tahun selesai,
            tarikh tamat
        role: peran, peranan, keanggotaan, status keanggotaan, jenis keanggotaan
        year: tahun""",
    "Swahili": """
        state: nchi, jina la nchi, nchi mwanachama, nchi wanachama, taifa
        member: mwanachama, wanachama
        organization: shirika, jina la shirika, jumuiya, muungano, mkataba
        start: tarehe ya kujiunga, mwaka wa kujiunga, tarehe ya kuanza, mwaka wa kuanza, tangu, kuanzia
        end: tarehe ya kujiondoa, mwaka wa kujiondoa, tarehe ya kuondoka, mwaka wa kuondoka, tarehe ya mwisho, mwisho, hadi
        role: hadhi, jukumu, uanachama, hali ya uanachama
        year: mwaka""",
    "Korean": """
        state: 국가, 나라, 국가명, 나라 이름, 국가 이름, 회원국, 가맹국
        organization: 기구, 국제기구, 조직, 단체, 동맹, 기구명, 조직명, 조약
        start: 가입, 가입일, 가입 일자, 가입일자, 가입 연도, 가입연도, 가입년도, 시작, 시작일, 시작 연도
        end: 탈퇴, 탈퇴일, 탈퇴 일자, 탈퇴 연도, 탈퇴연도, 종료, 종료일, 종료 연도
        role: 구분, 지위, 역할, 자격, 회원 자격, 상태
        year: 연도, 년도""",
    "Japanese": """
        state: 国, 国名, 国家, 加盟国, 加盟国名, 参加国, 会員国
        member: メンバー
        organization: 機関, 機関名, 国際機関, 組織, 組織名, 団体, 団体名, 同盟, 条約
        start: 加盟日, 加盟年, 加盟年月日, 加入日, 加入年, 開始, 開始日, 開始年
        end: 脱退日, 脱退年, 脱退年月日, 終了, 終了日, 終了年
        role: 役割, 資格, 地位, 区分, 状態, 加盟資格
        year: 年, 年度, 西暦""",
    "Chinese": """
        state: 国家, 國家, 国家名称, 國家名稱, 国名, 國名, 成员国, 成員國, 会员国, 會員國, 缔约国, 締約國
        member: 成员, 成員
        organization: 组织, 組織, 组织名称, 組織名稱, 国际组织, 國際組織, 联盟, 聯盟, 机构, 機構, 条约, 條約
        start: 加入日期, 加入年份, 加入时间, 加入時間, 加入年, 开始日期, 開始日期, 起始日期, 起始年份
        end: 退出日期, 退出年份, 退出时间, 退出時間, 退出年, 结束日期, 結束日期, 终止日期, 終止日期
        role: 身份, 地位, 状态, 狀態, 类型, 類型, 资格, 資格, 角色, 成员身份
        year: 年, 年份, 年度""",
    "Greek": """
        state: χώρα, χώρες, όνομα χώρας, κράτος, κράτη, κράτος μέλος, κράτη μέλη, χώρα μέλος
        member: μέλος, μέλη
        organization: οργανισμός, οργάνωση, όνομα οργανισμού, διεθνής οργανισμός, συμμαχία, ένωση, σύμφωνο, συνθήκη
        start: ένταξη, ημερομηνία ένταξης, έτος ένταξης, προσχώρηση, ημερομηνία προσχώρησης, έτος προσχώρησης, έναρξη, ημερομηνία έναρξης,
            από
        end: αποχώρηση, ημερομηνία αποχώρησης, έτος αποχώρησης, λήξη, ημερομηνία λήξης, έως
        role: ρόλος, ιδιότητα, κατάσταση, καθεστώς
        year: έτος""",
    "Hebrew": """
        state: מדינה, מדינות, שם המדינה, ארץ, מדינה חברה, מדינות חברות
        member: חבר, חברים
        organization: ארגון, שם הארגון, ארגון בינלאומי, ברית, אמנה
        start: הצטרפות, תאריך הצטרפות, שנת הצטרפות, התחלה, תאריך התחלה
        end: תאריך פרישה, שנת פרישה, תאריך יציאה, סיום, תאריך סיום
        role: תפקיד, מעמד, סטטוס, סוג חברות
        year: שנה""",
    "Turkish": """
        state: ülke, ülkeler, ülke adı, üye ülke, üye ülkeler, üye devlet, devlet
        member: üye, üyeler
        organization: örgüt, örgüt adı, kuruluş, teşkilat, ittifak, birlik, antlaşma
        start: katılım, katılım tarihi, katılım yılı, üyelik tarihi, giriş tarihi, giriş yılı, başlangıç, başlangıç tarihi
        end: ayrılış tarihi, ayrılma tarihi, ayrılma yılı, çıkış tarihi, çıkış yılı, bitiş, bitiş tarihi
        role: rol, statü, durum, durumu, üyelik durumu, üyelik türü
        year: yıl""",
    "Russian": """
        state: страна, название страны, государство, страна член, страна участница, государство член, государство участник
        member: участник
        organization: организация, название организации, международная организация, союз, альянс, договор
        start: вступление, дата вступления, год вступления, дата присоединения, год присоединения, начало, дата начала
        end: выход, дата выхода, год выхода, окончание, дата окончания, конец
        role: роль, статус, статус членства, тип членства
        year: год""",
    "Ukrainian": """
        state: країна, назва країни, держава, країна член, держава член, країна учасниця
        member: учасник
        organization: організація, назва організації, міжнародна організація, договір
        start: вступ, дата вступу, рік вступу, дата приєднання, рік приєднання, початок
        end: вихід, дата виходу, рік виходу, кінець
        role: роль, статус
        year: рік""",
    "Georgian": """
        state: ქვეყანა, სახელმწიფო, წევრი ქვეყანა
        member: წევრი
        organization: ორგანიზაცია
        role: სტატუსი, როლი
        year: წელი""",
    "Armenian": """
        state: երկիր, պետություն, անդամ պետություն
        member: անդամ
        organization: կազմակերպություն
        role: կարգավիճակ, դեր
        year: տարի""",
    "Kazakh": """
        state: ел, мемлекет, мүше мемлекет
        member: мүше
        organization: ұйым
        role: мәртебе
        year: жыл""",
    "Amharic": """
        state: ሀገር, አገር, አባል ሀገር
        member: አባል
        organization: ድርጅት
        year: ዓመት""",
}


def names_in(field: str) -> tuple[str, ...]:
    """The usual names of a field's columns in these languages.

    Parameters
    ----------
    field : str
        "member", "organization", "start", "end", "role" or "year", or "state" for those of members that say so.

    Returns
    -------
    tuple of str
        In their plain form; none of another field.

    >>> "देश" in names_in("member"), "tahun" in names_in("year"), names_in("quote")
    (True, True, ())
    """
    return tuple(_by_field().get(field, ()))


@cache
def _by_field() -> dict[str, dict[str, None]]:
    """The words of all languages by the fields that they name."""
    found: dict[str, dict[str, None]] = {}
    for text in _WORDS.values():
        field = ""
        for line in text.strip().splitlines():
            name, colon, rest = line.partition(":")
            field = name.strip() if colon else field
            words = dict.fromkeys(plain_form(each) for each in (rest or line).split(",") if each.strip())
            for one in ("state", "member") if field == "state" else (field,):
                found.setdefault(one, {}).update(words)
    return found
