"""The forms in which statements are published, each with what is to be reached in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from checker.errors import SettingsError
from checker.evaluation.fidelity.rendering import Rendering
from checker.evaluation.fidelity.scanning import scanned
from checker.evaluation.fidelity.site_forms import SITES, on_site
from checker.evaluation.fidelity.source import Text
from checker.evaluation.fidelity.word_form import word


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way of publishing a text.

    Attributes:
        name: As in the command and the floors.
        title: In plain words.
        render: Makes it.
        recall: What is to be reached, where that was said.
        precision: The same.
        sample: How many real texts are enough, where reading takes long; None for all.
        boxed: Whether the places of its characters are measured.
    """

    name: str
    title: str
    render: Callable[[Text], Rendering]
    recall: float | None = None
    precision: float | None = None
    sample: int | None = None
    boxed: bool = False


def _pdf(layout: str, text: Text) -> Rendering:
    try:
        from checker.evaluation.fidelity import pdf_forms  # noqa: PLC0415 - of an extra
    except ImportError as error:
        message = f"{error}. Install the extra: pip install 'section54-checker[evaluate]'."
        raise SettingsError(message) from error
    return pdf_forms.LAYOUTS[layout](text)


def _scan(text: Text) -> Rendering:
    return scanned(text, _pdf("one_column", text))


SCAN = "scan"
FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form(
            name="pdf_one_column",
            title="PDF, one column",
            render=partial(_pdf, "one_column"),
            recall=0.99,
            precision=0.99,
            boxed=True,
        ),
        Form(
            name="pdf_two_columns",
            title="PDF, two columns, header and footer",
            render=partial(_pdf, "two_columns"),
            recall=0.97,
            precision=0.97,
            boxed=True,
        ),
        Form(
            name="pdf_two_columns_by_row",
            title="the same, drawn row by row",
            render=partial(_pdf, "two_columns_by_row"),
            recall=0.97,
            precision=0.97,
        ),
        Form(name="pdf_side_box", title="PDF, side box", render=partial(_pdf, "side_box")),
        Form(name="pdf_table", title="PDF, ruled table", render=partial(_pdf, "table")),
        *(
            Form(
                name=f"html_{site}",
                title=f"HTML, {words}",
                render=partial(on_site, site),
                recall=0.99,
                precision=0.98,
            )
            for site, words in SITES.items()
        ),
        Form(name="docx", title="DOCX", render=word, recall=0.995),
        Form(name=SCAN, title="scan, 200 dpi", render=_scan, recall=0.95, sample=12),
    )
}
