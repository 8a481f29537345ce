"""Small documents of Word, made by hand as ECMA-376 describes them."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
NAMES = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "ListBullet": "List Bullet"}


def docx(*told: tuple[str, str], raw: str = "", before: str = "", more: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A document of paragraphs, each with the id of its style ("" for none), then `raw` XML; `before` is a doctype."""
    written = "".join(paragraph(style, text) for style, text in told)
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in NAMES.items()
    )
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml", "")),
        "word/_rels/document.xml.rels": relations(
            ("rId1", "styles", "styles.xml", ""), ("rId9", "image", "file:///etc/passwd", ' TargetMode="External"')
        ),
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/document.xml": f"{before}<w:document {W} {R}><w:body>{written}{raw}</w:body></w:document>",
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        for name, text in parts.items():
            zipped.writestr(name, text)
        for name, content in more:
            zipped.writestr(name, content)
    return made.getvalue()


def paragraph(style: str, text: str) -> str:
    """One paragraph; `text` may hold XML."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def row(*cells: str) -> str:
    """A row of a table."""
    return "<w:tr>" + "".join(f"<w:tc>{paragraph('', cell)}</w:tc>" for cell in cells) + "</w:tr>"


def relations(*told: tuple[str, str, str, str]) -> str:
    """Where the parts of a document are."""
    listed = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>' for key, kind, target, mode in told
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'
