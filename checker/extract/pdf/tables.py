"""Ruled tables on a PDF page: the lines that PDFium sees drawn, and the cells they enclose.

pdfplumber's algorithm finds the cells. Its own reading of the page is not used: it would take a
hundred times as long as PDFium's, and more on files that are made to be slow.
"""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)
from pdfplumber.utils.geometry import filter_edges

from checker.extract.pdf.glyphs import Frame
from checker.extract.pdf.gutters import Box
from checker.extract.pdf.rows import Cell

Matrix = npt.NDArray[np.float64]
Edge = dict[str, Any]  # as pdfplumber has it

_NEAR = 3  # points: edges that are as near as this are one border; shorter ones are none
_MOST_SEGMENTS = 5_000  # of drawn lines; a page with more is a drawing
_MOST_OBJECTS = 50_000
_DEPTH = 3  # of drawings within drawings


def find_cells(page: pdfium.PdfPage, frame: Frame) -> list[Cell]:
    """The cells of the ruled tables of a page; a single box around text is none."""
    edges = list(_edges(page, frame))
    if len(edges) < 4:
        return []
    near = dict.fromkeys(
        ["snap_x_tolerance", "snap_y_tolerance", "join_x_tolerance", "join_y_tolerance"], _NEAR
    )
    borders = filter_edges(merge_edges(edges, **near), min_length=_NEAR)
    tables = cells_to_tables(intersections_to_cells(edges_to_intersections(borders, _NEAR, _NEAR)))
    found: list[Cell] = []
    for number, cells in enumerate(table for table in tables if len(table) > 1):
        boxes = [Box(*cell) for cell in cells]
        rows = _distinct([box.top for box in boxes])
        columns = _distinct([box.left for box in boxes])
        found += sorted(
            Cell(number, _reached(rows, box.top), _reached(columns, box.left), box) for box in boxes
        )
    return found


def _distinct(edges: Sequence[float]) -> list[float]:
    """The borders that these upper or left edges of cells lie on."""
    borders: list[float] = []
    for edge in sorted(edges):
        if not borders or edge - borders[-1] > _NEAR:
            borders.append(edge)
    return borders


def _reached(borders: Sequence[float], edge: float) -> int:
    """How many of the `borders` an edge has reached: the number of its row or column."""
    return sum(border <= edge for border in borders)


def _edges(page: pdfium.PdfPage, frame: Frame) -> Iterator[Edge]:
    """The straight lines that are drawn on a page, level or upright."""
    segments = 0
    for path, matrix in _paths(page):
        segments += max(pdfium_c.FPDFPath_CountSegments(path), 0)
        if segments > _MOST_SEGMENTS:
            return
        for points in _strokes(path):
            turned = np.array(points) @ matrix[:2, :2] + matrix[2, :2]
            shown = frame.shown(np.hstack([turned, turned]))[:, :2].tolist()
            for (x0, y0), (x1, y1) in pairwise(shown):
                if abs(x1 - x0) > _NEAR and abs(y1 - y0) < 1:
                    yield _edge("h", min(x0, x1), y0, max(x0, x1), y0)
                elif abs(y1 - y0) > _NEAR and abs(x1 - x0) < 1:
                    yield _edge("v", x0, min(y0, y1), x0, max(y0, y1))


def _edge(orientation: str, x0: float, top: float, x1: float, bottom: float) -> Edge:
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _paths(page: pdfium.PdfPage) -> Iterator[tuple[pdfium_c.FPDF_PAGEOBJECT, Matrix]]:
    """Every drawn path of a page, those in forms included, and the matrix that places it."""
    count = min(pdfium_c.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    held = map(pdfium_c.FPDFPage_GetObject, repeat(page), range(count))
    yield from _paths_among(held, np.eye(3), 0)


def _paths_among(
    items: Iterator[pdfium_c.FPDF_PAGEOBJECT], outer: Matrix, depth: int
) -> Iterator[tuple[pdfium_c.FPDF_PAGEOBJECT, Matrix]]:
    for item in items:
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH and _is_drawn(item):
            yield item, _matrix(item) @ outer
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            count = min(pdfium_c.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)
            held = map(pdfium_c.FPDFFormObj_GetObject, repeat(item), range(count))
            yield from _paths_among(held, _matrix(item) @ outer, depth + 1)


def _is_drawn(path: pdfium_c.FPDF_PAGEOBJECT) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(fill.value or stroke.value)


def _matrix(item: pdfium_c.FPDF_PAGEOBJECT) -> Matrix:
    read = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(item, ctypes.byref(read))
    return np.array([[read.a, read.b, 0], [read.c, read.d, 0], [read.e, read.f, 1]])


def _strokes(path: pdfium_c.FPDF_PAGEOBJECT) -> list[list[tuple[float, float]]]:
    """The lines of a path, each by its corners, in the path's own coordinates."""
    strokes: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, number)
        pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if not strokes or pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO:
            strokes.append([])
        strokes[-1].append((x.value, y.value))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            strokes[-1].append(strokes[-1][0])
    return strokes
