"""What an uploaded file is called: the sender's words without paths, signs that deceive, or a wrong ending."""

import re
import unicodedata

LONGEST = 160
UNNAMED = "file"
SLASHES = re.compile(r"[/\\]")
NOT_IN_NAMES = re.compile(r'[<>:"|?*]')  # some systems cannot keep a file under such a name
ENDING = re.compile(r"\.([A-Za-z][A-Za-z0-9]{0,4})$")
ALSO = {".jpg": {".jpeg", ".jpe", ".jfif"}, ".txt": {".text", ".log", ".csv", ".md"}}
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # controls, marks that turn the direction of text, and the like


def cleaned(name: str, ending: str) -> str:
    """A name of at most 160 characters that ends as the content says, such as `.png`."""
    last = SLASHES.split(name)[-1]
    visible = "".join(
        sign for sign in unicodedata.normalize("NFC", last) if unicodedata.category(sign) not in INVISIBLE
    )
    tidy = " ".join(NOT_IN_NAMES.sub("_", visible).split()).strip(". ")
    stem, kept = _split(tidy, ending)
    return f"{stem[: LONGEST - len(kept)].strip('. ') or UNNAMED}{kept}"


def _split(name: str, ending: str) -> tuple[str, str]:
    """The name without its ending, and the ending to give it: its own when it fits the content."""
    found = ENDING.search(name)
    if found is None:
        return name, ending
    own = found.group(0).lower()
    stem = name[: found.start()]
    if own == ending or own in ALSO.get(ending, set()):
        return stem, own
    if ending == ".txt":
        return name, ending  # run.bat becomes run.bat.txt, so that one still sees what it is
    return stem.removesuffix(ending), ending
