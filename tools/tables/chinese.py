# SPDX-License-Identifier: Apache-2.0
"""Spellings of Mandarin syllables, by rule: Wade-Giles, Palladius' Cyrillic system and the
South Korean transcription of Chinese (the loanword orthography of 1986)."""
import chinese_hand as hand
from korean import join, uniq, parse

INITIALS = "zh ch sh b p m f d t n l g k h j q x r z c s".split()
# Finals in their full form, standing for both "yan" and "-ian", "wei" and "-ui" and so on.
ZERO = {"yi": "i", "ya": "ia", "yo": "io", "ye": "ie", "yai": "iai", "yao": "iao", "you": "iou", "yan": "ian", "yin": "in",
        "yang": "iang", "ying": "ing", "yong": "iong", "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai", "wei": "uei",
        "wan": "uan", "wen": "uen", "wang": "uang", "weng": "ueng", "yu": "v", "yue": "ve", "yuan": "van", "yun": "vn"}
FULL = {"iu": "iou", "ui": "uei", "un": "uen"}
STANDARD = """a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng
cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun
cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang
fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he
hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai
kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang
liao lie lin ling liu lo long lou lu lv lyu luan lue lve lyue lun luo ma mai man mang mao me mei men meng mi mian miao mie min
ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nv nyu nuan nue nve nyue
nun nuo o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu
qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan
shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan
tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang
xiao xie xin xing xiong xiu xu xuan xue xun ya yai yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao
ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong
zou zu zuan zui zun zuo""".split()

WG_I = dict(zip(INITIALS, "ch ch sh p p m f t t n l k k h ch ch hs j ts ts s".split()))
WG_F = {"ie": "ieh", "ian": "ien", "ong": "ung", "iong": "iung", "iou": "iu", "uei": "ui", "uen": "un",
        "v": "u", "ve": "ueh", "van": "uan", "vn": "un", "er": "erh"}
PAL_I = dict(zip(INITIALS, "чж ч ш б п м ф д т н л г к х цз ц с ж цз ц с".split()))
PAL_F = dict(zip(
    "a o e ai ei ao ou an en ang eng ong i ia io ie iai iao iou ian in iang ing iong u ua uo uai uei uan uen uang v ve van vn".split(),
    "а о э ай эй ао оу ань энь ан эн ун и я ё е яй яо ю янь инь ян ин юн у уа о уай уй уань унь уан юй юэ юань юнь".split()))
PAL_ZERO = {"er": "эр", "yo": "йо", "you": "ю", "wu": "у", "wa": "ва", "wo": "во", "wai": "вай", "wei": "вэй", "wan": "вань",
            "wen": "вэнь", "wang": "ван", "weng": "вэн", "m": "м", "n": "н", "ng": "н", "hm": "хм", "hng": "хн"}
PAL_FIX = {"hui": "хой хуэй", "ri": "жи", "zi": "цзы", "ci": "цы", "si": "сы"}
KO_I = dict(zip(INITIALS, (12, 14, 9, 7, 17, 6, 17, 3, 16, 2, 5, 0, 15, 18, 12, 14, 9, 5, 13, 14, 10)))
V = {c: i for i, c in enumerate("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")}
KO_F = {"a": "ㅏ", "o": "ㅗ", "e": "ㅓ", "ai": "ㅏ이", "ei": "ㅔ이", "ao": "ㅏ오", "ou": "ㅓ우", "an": "ㅏn", "en": "ㅓn",
        "ang": "ㅏg", "eng": "ㅓg", "ong": "ㅜg", "er": "ㅓl", "i": "ㅣ", "ia": "ㅑ", "io": "ㅛ", "ie": "ㅖ", "iai": "ㅑ이",
        "iao": "ㅑ오", "iou": "ㅠ", "ian": "ㅖn", "in": "ㅣn", "iang": "ㅑg", "ing": "ㅣg", "iong": "ㅠg", "u": "ㅜ",
        "ua": "ㅘ", "uo": "ㅝ", "uai": "ㅘ이", "uei": "ㅜ이", "uan": "ㅘn", "uen": "ㅜn", "uang": "ㅘg", "ueng": "ㅝg",
        "v": "ㅟ", "ve": "ㅞ", "van": "ㅟ안", "vn": "ㅟn"}
KO_ZERO = {"wei": "웨이", "wen": "원", "m": "음", "n": "은", "ng": "응", "hm": "흠", "hng": "흥"}


def split(syl):
    """pinyin -> (initial, full final); lv, lyu and lve, lyue stand for u-umlaut."""
    if syl in ZERO:
        return "", ZERO[syl]
    for ini in INITIALS:
        if syl.startswith(ini) and len(syl) > len(ini):
            fin = syl[len(ini):]
            if ini in ("j", "q", "x") and fin[0] == "u":
                fin = {"u": "v", "ue": "ve", "uan": "van", "un": "vn"}[fin]
            if ini in ("l", "n"):
                fin = {"yu": "v", "yue": "ve", "ue": "ve"}.get(fin, fin)
            return ini, FULL.get(fin, fin)
    return "", syl


def wade(syl):
    ini, fin = split(syl)
    if not ini:
        if syl in ("yi",):
            return "i yi"
        return {"e": "o e", "er": "erh", "ye": "yeh", "yan": "yen", "yong": "yung", "you": "yu", "yue": "yueh",
                "yai": "yai", "yo": "yo"}.get(syl, syl)
    if fin == "i" and ini in ("zh", "ch", "sh", "r"):
        return WG_I[ini] + "ih"
    if fin == "i" and ini in ("z", "c", "s"):
        return {"z": "tzu tze", "c": "tzu tze", "s": "ssu szu"}[ini]
    if fin == "e" and ini in ("g", "k", "h"):
        return WG_I[ini] + "o"
    if fin == "uo" and ini not in ("g", "k", "h", "sh"):
        return WG_I[ini] + "o"
    if fin == "uei" and ini in ("g", "k"):
        return WG_I[ini] + "uei"
    return WG_I[ini] + WG_F.get(fin, fin)


def palladius(syl):
    if syl in PAL_FIX:
        return PAL_FIX[syl]
    if syl in PAL_ZERO:
        return PAL_ZERO[syl]
    ini, fin = split(syl)
    if fin == "uo" and not ini:
        return "во"
    return (PAL_I[ini] if ini else "") + PAL_F[fin]


def hangul(syl):
    if syl in KO_ZERO:
        return KO_ZERO[syl]
    ini, fin = split(syl)
    if fin == "i" and ini in ("zh", "ch", "sh", "r", "z", "c", "s"):
        return join(KO_I[ini], V["ㅡ"])
    shape = KO_F[fin]
    vowel, rest = shape[0], shape[1:]
    lead = KO_I[ini] if ini else 11
    if lead in (12, 13, 14):
        vowel = {"ㅑ": "ㅏ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ"}.get(vowel, vowel)
    tail = {"n": 4, "g": 21, "l": 8}.get(rest, 0)
    return join(lead, V[vowel], tail) + ("" if tail else rest)


def rows(syllables, first_reading):
    custom = parse(hand.CUSTOMARY)
    surname = set()
    for char in hand.SURNAMES:
        py = first_reading[char]
        surname |= {py, "lyu", "lv"} if char == "吕" else {py}
    for syl in sorted(set(STANDARD) | set(syllables)):
        wg, pal, ko = wade(syl), palladius(syl), hangul(syl)
        # "lu", "nu", "lue"... without marks may stand for the u-umlaut syllable too
        if syl in ("lu", "nu"):
            pal += " " + palladius(syl[0] + "v")
            ko += " " + hangul(syl[0] + "v")
        cust = [c for c in uniq(custom.get(syl, [])) if c not in wg.split() and c != syl]
        yield [syl, wg, " ".join(cust), pal, ko, "s" if syl in surname else ""]
