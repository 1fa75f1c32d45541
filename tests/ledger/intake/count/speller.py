"""Writes whole numbers in words, so that what the reader reads can be any number: the inverse of reading."""

from __future__ import annotations

ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
GROUPS = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))

MASCULINE = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة"  # as they stand before a masculine noun
FEMININE = "واحدة اثنتان ثلاث أربع خمس ست سبع ثماني تسع عشر"
HUNDREDS = "مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة"
ARABIC_TENS = "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون"
ARABIC_GROUPS = (
    (10**6, "مليون", "مليونان", "ملايين", "مليونا"),
    (10**3, "ألف", "ألفان", "آلاف", "ألفا"),
)
OBLIQUE = {
    "اثنان": "اثنين", "اثنتان": "اثنتين", "اثنا": "اثني", "اثنتا": "اثنتي", "مئتان": "مئتين", "مئتا": "مئتي",
    "ألفان": "ألفين", "مليونان": "مليونين",
}  # fmt: skip


def in_english(number: int, joint: str = " and ") -> str:
    """ "Two million three hundred thousand and six"; ``joint`` leads to what is below a hundred."""
    if number < 20:
        return ("zero " + ONES).split()[number]
    if number < 100:
        tens = TENS.split()[number // 10 - 2]
        return f"{tens}-{in_english(number % 10)}" if number % 10 else tens
    size, name = next((group for group in GROUPS if group[0] <= number), (100, "hundred"))
    begun, rest = f"{in_english(number // size, joint)} {name}", number % size
    return begun if not rest else begun + (joint if rest < 100 else " ") + in_english(rest, joint)


def in_arabic(number: int, *, feminine: bool = False, oblique: bool = False, joint: str = " و") -> str:
    """The number as it stands before a noun of that gender, in that case; below 10⁹."""
    words = joint.join(_parts(number, feminine=feminine))
    if not oblique:
        return words
    return " ".join(_oblique(word) for word in words.split(" "))


def _oblique(word: str) -> str:
    glued, bare = ("و", word[1:]) if word.startswith("و") and not word.startswith("واحد") else ("", word)
    if bare.endswith("ون") and bare != "مليون":
        return f"{glued}{bare[:-2]}ين"
    return glued + OBLIQUE.get(bare, bare)


def _parts(number: int, *, feminine: bool) -> list[str]:
    parts: list[str] = []
    for size, one, two, few, many in ARABIC_GROUPS:
        count, number = number // size, number % size
        if count in (1, 2):
            parts.append((one, two)[count - 1])
        elif count:
            told = _parts(count, feminine=False)
            last = count % 100
            told[-1] = told[-1].replace("مئتان", "مئتا")
            told[-1] += " " + (few if 3 <= last <= 10 else many if last > 10 else one)
            parts += told
    hundreds, small = divmod(number, 100)
    if hundreds:
        parts.append(HUNDREDS.split()[hundreds - 1])
    return parts + _below_hundred(small, feminine=feminine)


def _below_hundred(small: int, *, feminine: bool) -> list[str]:
    ones = (FEMININE if feminine else MASCULINE).split()
    if small <= 10:
        return ones[small - 1 : small] if small else []
    tens, one = divmod(small, 10)
    if tens > 1:
        first = "إحدى" if feminine and one == 1 else ones[one - 1]
        return [first, ARABIC_TENS.split()[tens - 2]] if one else [ARABIC_TENS.split()[tens - 2]]
    ten = "عشرة" if feminine else "عشر"
    first = {1: "إحدى" if feminine else "أحد", 2: "اثنتا" if feminine else "اثنا"}.get(one, ones[one - 1])
    return [f"{first} {ten}"]
