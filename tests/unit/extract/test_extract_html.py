import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import EmptyText, TooLong
from checker.extract import extract
from checker.model import BlockKind, Extraction, Link, SourceDocument

# A page as WordPress themes build it: banner, hero, main with article, call to action, footer.
THEME = """\
<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Modern Slavery Statement | Wensum Timber</title>
<script>document.write("<p>from a script</p>")</script></head>
<body class="page cookie-notice-visible has-sidebar">
<a class="skip-link" href="#content">Skip to content</a>
<div id="cookie-law-bar"><p>We use cookies. <a href="/cookies">More</a> <button>OK</button></div>
<header id="masthead"><a href="/"><img src="l.png" alt="Wensum Timber"></a>
<nav><ul><li><a href="/about">About us</a></ul></nav></header>
<div class="hero"><div class="breadcrumbs"><a href="/">Home</a></div>
<h1>Modern slavery statement 2024</h1></div>
<main id="content"><article>
<header class="entry-header"><h2>Introduction</h2></header>
<p>We buy tim<b>ber</b> from <a href="/mills">three mills</a>, and
   sell it in <em>Norfolk</em>.</p><!-- a comment -->
<ul><li>Code of conduct<ul><li>for buyers</li></ul></li><li><p>Whistle-blowing</p></li></ul>
<table><tr><th>Risk</th><th>Response</th></tr><tr><td>Agencies</td><td>Payslips</td></tr></table>
<details><summary>Training</summary><p>All buyers were trained in May.</p></details>
<h3><button aria-expanded="false">Our checks</button></h3><p>We visit each mill.</p>
<p>Signed on behalf of the board<br>Jane Smith<br/>Chief Executive<br><br>31 March 2024</p>
<footer class="entry-footer"><p>Approved on 3 April 2024</p></footer>
<form action="/ask"><p>Ask a question</p><input name="q"></form>
</article></main>
<section><p>Countersigned by A. N. Other, Chair</p></section>
<section class="cta"><h3>Want to know more?</h3><a href="/contact">Get in touch</a></section>
<aside><h4>Latest news</h4><p>We opened a yard.</p></aside>
<footer><p>© 2024 Wensum Timber Ltd</p><a href="/slavery">Modern slavery</a></footer>
</body></html>"""


def test_html_content_is_read_without_the_site_around_it(read):
    document = read(THEME)
    assert document.extraction is Extraction.HTML
    assert document.title == "Modern Slavery Statement | Wensum Timber"
    assert len(document.pages) == 1
    assert [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks] == [
        (BlockKind.HEADING, 1, "Modern slavery statement 2024"),
        (BlockKind.HEADING, 2, "Introduction"),
        (BlockKind.PARAGRAPH, 0, "We buy timber from three mills, and sell it in Norfolk."),
        (BlockKind.LIST_ITEM, 1, "Code of conduct"),
        (BlockKind.LIST_ITEM, 2, "for buyers"),
        (BlockKind.LIST_ITEM, 1, "Whistle-blowing"),
        (BlockKind.TABLE_CELL, 0, "Risk"),
        (BlockKind.TABLE_CELL, 0, "Response"),
        (BlockKind.TABLE_CELL, 0, "Agencies"),
        (BlockKind.TABLE_CELL, 0, "Payslips"),
        (BlockKind.HEADING, 3, "Training"),
        (BlockKind.PARAGRAPH, 0, "All buyers were trained in May."),
        (BlockKind.HEADING, 3, "Our checks"),
        (BlockKind.PARAGRAPH, 0, "We visit each mill."),
        (BlockKind.PARAGRAPH, 0, "Signed on behalf of the board"),
        (BlockKind.PARAGRAPH, 0, "Jane Smith"),
        (BlockKind.PARAGRAPH, 0, "Chief Executive"),
        (BlockKind.PARAGRAPH, 0, "31 March 2024"),
        (BlockKind.PARAGRAPH, 0, "Approved on 3 April 2024"),
        (BlockKind.PARAGRAPH, 0, "Countersigned by A. N. Other, Chair"),
    ]


def test_html_links_of_the_whole_page_are_absolute(read):
    document = read(THEME, url="https://wensum.example/policies/slavery?print=1")
    assert document.links == (
        Link(href="https://wensum.example/cookies", text="More"),
        Link(href="https://wensum.example/", text="Wensum Timber"),
        Link(href="https://wensum.example/about", text="About us"),
        Link(href="https://wensum.example/", text="Home"),
        Link(href="https://wensum.example/mills", text="three mills"),
        Link(href="https://wensum.example/contact", text="Get in touch"),
        Link(href="https://wensum.example/slavery", text="Modern slavery"),
    )


@pytest.mark.parametrize(
    ("markup", "href", "text"),
    [
        ('<base href="/sub/"><a href="page">go</a>', "https://reed.example/sub/page", "go"),
        ('<a href=" page#part "> our\n page </a>', "https://reed.example/x/page", "our page"),
        (
            '<a href="p" aria-label="Our policy"><svg/></a>',
            "https://reed.example/x/p",
            "Our policy",
        ),
        ('<map><area href="p" alt="" title="Map"></map>', "https://reed.example/x/p", "Map"),
        ('<a href="mailto:a@reed.example">Mail</a>', "mailto:a@reed.example", "Mail"),
    ],
)
def test_html_link_says_where_it_leads_and_what_a_reader_is_told(read, markup, href, text):
    document = read(f"<p>Text.</p>{markup}", url="https://reed.example/x/y")
    assert document.links == (Link(href=href, text=text),)


@pytest.mark.parametrize("href", ["#top", "javascript:void(0)", "", "http://[", "data:,x"])
def test_html_link_that_leads_nowhere_is_none(read, href):
    assert read(f'<p>Text.</p><a href="{href}">go</a>').links == ()


def test_html_links_without_an_address_of_the_page_stay_as_written(read):
    assert read('<p>Text.</p><a href="/p">go</a>').links == (Link(href="/p", text="go"),)


SENTENCE = "<p>We buy timber from three mills and know each of them, and visit them each year.</p>"
SIGNED = "<p>Jane Smith</p><p>Chief Executive</p>"


@pytest.mark.parametrize(
    "page",
    [
        f"<main>{SENTENCE * 9}</main><div>{SIGNED}</div>",
        f"<div id=content>{SENTENCE * 9}</div><div class=row>{SIGNED}</div><div id=footer></div>",
        f"<article>{SENTENCE * 9}<footer>{SIGNED}</footer></article>",
        f"<div class=row>{SENTENCE * 9}</div><div class=row>{SENTENCE}<a href=/x>x</a>{SIGNED}</div>",
        f"<form action=/page.aspx><div>{SENTENCE * 9}{SIGNED}</div></form>",
        f"<table><tr><td><a href=/a>Home</a></td><td>{SENTENCE * 9}{SIGNED}</td></tr></table>",
        f"<div class='cookies-accepted'><h1>Statement</h1>{SENTENCE * 9}{SIGNED}</div>",
        f"<div id='social-responsibility'>{SENTENCE * 4}{SIGNED}</div><div>{SENTENCE * 9}</div>",
        f"<main>{SENTENCE}</main><div>{SENTENCE * 9}{SIGNED}</div>",
        f"<section>{SENTENCE * 9}</section><div class='panel-footer'>{SIGNED}</div>",
        f"<div class=popup>{SENTENCE * 9}{SIGNED}</div>",
        f"<div style='display:none' class='tab-panel'>{SENTENCE * 9}{SIGNED}</div>",
    ],
)
def test_html_sign_off_block_is_never_lost(read, page):
    menu = "<nav>" + "<a href=/x>A menu with many words in it</a>" * 60 + "</nav>"
    text = read(f"<html><body>{menu}{page}<footer>Reed Ltd</footer></body></html>").text
    assert text.endswith("Jane Smith\nChief Executive") or "Jane Smith\nChief Executive" in text
    assert "A menu" not in text
    assert "Reed Ltd" not in text


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>Noise</nav>",
        "<div role=navigation>Noise</div>",
        "<header><a href=/>Noise</a></header>",
        "<aside>Noise</aside>",
        "<div class='site-footer'><a href=/>Noise</a></div>",
        "<div id=onetrust-banner><p>Noise</p></div>",
        "<div class='CookieConsent'>"
        + "<p>Noise about cookies, partners and purposes.</p>" * 30
        + "</div>",
        "<ul class='breadcrumb'><li><a href=/>Noise</a></ul>",
        "<div class='share-buttons'>Noise</div>",
        "<form><label>Noise</label><input></form>",
        "<button>Noise</button>",
        "<noscript>Noise</noscript>",
        "<template>Noise</template>",
        "<select><option>Noise</select>",
        "<div role=dialog>Noise</div>",
    ],
)
def test_html_furniture_is_left_out_also_within_the_main_element(read, furniture):
    assert "Noise" not in read(f"<main>{SENTENCE * 9}{furniture}</main>").text
    assert "Noise" not in read(f"<body>{furniture}<div>{SENTENCE * 9}</div></body>").text


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p>super<span>mar</span>ket</p>", ["supermarket"]),
        ("<div>One</div><div>Two</div>", ["One", "Two"]),
        ("<div>Before<p>Inside</p>after</div>", ["Before", "Inside", "after"]),
        ("<p>wrapped by<br>hand</p>", ["wrapped by hand"]),
        ("<p>Jane Smith<br>Chair</p>", ["Jane Smith", "Chair"]),
        ("<p>First.<br><br>second</p>", ["First.", "second"]),
        ("<p>one&nbsp;two &amp; three</p>", ["one two & three"]),
        ("<p>• typed bullet</p>", ["typed bullet"]),
        ("<pre>Jane Smith\nChair</pre>", ["Jane Smith", "Chair"]),
        ("<dl><dt>Risk<dd>Agencies</dl>", ["Risk", "Agencies"]),
        ("<p>x<wbr>y<!-- no --><b></b></p>", ["xy"]),
        ("text without<i> any</i> block", ["text without any block"]),
    ],
)
def test_html_text_falls_into_blocks(read, quotes, markup, blocks):
    assert quotes(read(f"<html><body>{markup}</body></html>")) == blocks


def test_html_heading_that_is_a_paragraph_in_large_letters_is_a_paragraph(read):
    document = read("<h2>Policies</h2><h2>" + "We train our buyers. " * 20 + "</h2>")
    assert [b.kind for b in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_html_cells_that_hold_paragraphs_only_give_them_a_place(read):
    document = read(f"<table><tr><td><h2>Policies</h2>{SENTENCE}</td></tr></table>")
    assert [b.kind for b in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        ("<p>café “5”</p>".encode(), ""),
        ("<p>café “5”</p>".encode("cp1252"), ""),
        ("<p>café “5”</p>".encode("cp1252"), "iso-8859-1"),
        ("<meta charset=windows-1252><p>café “5”</p>".encode("cp1252"), ""),
        ("<meta charset=iso-8859-1><p>café “5”</p>".encode(), ""),
        ("<p>café “5”</p>".encode("utf-16"), ""),
    ],
)
def test_html_is_read_in_its_charset(read, content, charset):
    assert read(content, charset=charset).text == "café “5”"


def test_html_page_that_a_script_would_fill_is_empty():
    page = b"<html><body><div id=root></div><script src=app.js></script></body></html>"
    with pytest.raises(EmptyText):
        extract(SourceDocument(name="app", content=page))


def test_html_nested_to_any_depth_is_read(read):
    assert read("<div>" * 3000 + "Deep" + "</div>" * 3000).text == "Deep"


def test_html_words_nested_too_deeply_stay_apart(read):
    text = read("<div>" * 500 + "<p>One</p><p>Two</p>" + "</div>" * 500 + "<p>Three</p>").text
    assert text == "One Two\nThree"


SAID = "<p>Each supplier met slavery.</p>"
DEEP = "<div>" * 120


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 49_000,
        "<div class=cookie>" * 120 + "<p>cookies</p>" * 20_000,
        "<table><tr><td>" * 16_000,
        "<table>" + ("<tr>" + "<td rowspan=9999 colspan=9999>x" * 10) * 1_000,
        f"{DEEP}{SAID}" + "<p>© cookies</p>" * 20_000,
        f"{DEEP}{SAID}" + "<h2>News</h2><a href=/n><p>x</p></a>" * 7_000,
        f"{SAID}<h2>News</h2>" + "<p></p>" * 20_000,
        "<p>x</p>" * 8_000 + "<nav><h1>x</h1></nav>" * 8_000,
        "<sup>" * 120 + "<a></a>" * 20_000,
    ],
    ids=lambda markup: markup[:20],
)
def test_html_takes_time_in_proportion_to_its_length(markup):
    began = time.process_time()
    with suppress(EmptyText):
        extract(SourceDocument(name="page.html", content=f"<html><body>{markup}x".encode()))
    assert time.process_time() - began < 10  # quadratic time would be a minute or more


def test_html_of_too_many_elements_is_refused(read):
    with pytest.raises(TooLong, match="elements"):
        read("<html><body>" + "<p>x</p>" * 50_000)


TAGS = "p div br b a li ul table tr td h2 main nav header footer pre span details summary".split()
MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.text(alphabet="ab. •-\n&<>\u00a0"),
    )
)


@given(markup=MARKUP)
def test_html_keeps_the_promises_of_the_model_for_any_markup(read, markup):
    with suppress(EmptyText):
        read("<html><body>" + "".join(markup))


def test_html_pictures_within_the_page_do_not_make_it_too_long():
    picture = f'<img alt="Map" src="data:image/png;base64,{"A" * 4_000_000}">'
    page = f"<html><body><main><h1>Statement</h1><p>We audit.</p>{picture}</main></body></html>"
    source = SourceDocument(name="page.html", content=page.encode(), media_type="text/html")
    assert "We audit." in extract(source).text
