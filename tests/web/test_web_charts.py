"""The coverage chart as SVG."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from checker.model import AreaVerdict, ContentArea
from webapp.charts import coverage_chart

SVG = "{http://www.w3.org/2000/svg}"
COUNTS = st.fixed_dictionaries(dict.fromkeys(AreaVerdict, st.integers(0, 500)))


def bars(chart):
    """Widths of the segments, in percent, by the height they are drawn at."""
    found = {}
    for box in ET.fromstring(chart).findall(f"{SVG}rect"):
        found.setdefault(int(box.get("y")), []).append(float(box.get("width").rstrip("%")))
    return found


@given(st.fixed_dictionaries(dict.fromkeys(ContentArea, COUNTS)))
def test_chart_bars_fill_the_width_and_are_described(coverage):
    chart = coverage_chart(coverage)
    counted = [counts for counts in coverage.values() if sum(counts.values())]
    assert len(bars(chart)) == len(counted)
    for widths in bars(chart).values():
        assert abs(sum(widths) - 100) < 0.1
    description = ET.fromstring(chart).find(f"{SVG}desc").text
    assert (
        f"Training: {coverage[ContentArea.TRAINING][AreaVerdict.EVIDENCED]} evidenced"
        in description
    )


def test_chart_tells_the_verdicts_apart_without_colour():
    one_of_each = dict.fromkeys(ContentArea, dict.fromkeys(AreaVerdict, 1))
    boxes = ET.fromstring(coverage_chart(one_of_each)).findall(f"{SVG}rect")
    assert len({box.get("fill") for box in boxes}) == len(AreaVerdict)
    assert "style=" not in coverage_chart(one_of_each)
