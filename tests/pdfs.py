"""PDFs written by hand: a page is a list of lines, each with the size of its letters."""

from collections.abc import Sequence

Page = Sequence[tuple[int, str]]
LEFT, TOP = 72, 760


def pdf(*pages: Page) -> bytes:
    """A PDF with these pages."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        stream = _stream(page)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    return _assembled(objects)


def _stream(page: Page) -> str:
    lines, height = [], TOP
    for size, text in page:
        told = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        lines.append(f"BT /F1 {size} Tf {LEFT} {height} Td ({told}) Tj ET")
        height -= size + 6
    return "\n".join(lines)


def _assembled(objects: Sequence[str]) -> bytes:
    whole, places = b"%PDF-1.4\n", []
    for number, told in enumerate(objects, 1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n{told}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(whole)}\n%%EOF\n"
    return whole + (head + tail).encode()
