"""What a page holds beside its content, on sites whose element and class names say nothing."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

SENTENCE = "<p>We buy timber from three mills, know each supplier, and visit them each year.</p>"
SIGNED = "<p>Jane Smith</p><p>Chief Executive</p><p>31 March 2024</p>"
STATEMENT = f"<h1>Modern slavery statement</h1>{SENTENCE * 9}<h2>Sign-off</h2>{SIGNED}"
TEASERS = "".join(
    f"<div><h3><a href=/n{number}>A yard opens</a></h3><p>Noise of news, 12 March 2024.</p></div>"
    for number in range(3)
)

PARTS = {
    "related": f"<div><h2>You might also like</h2><div>{TEASERS}</div></div>",
    "related, on the subject": "<div><h4>Related articles</h4><ul>"
    "<li><a href=/a>One</a><p>Noise on how a supplier met slavery.</p>"
    "<li><a href=/b>Two</a><p>Noise on forced labour.</p></ul></div>",
    "teasers without a heading": f"<div>{TEASERS}</div>",
    "linked teasers": "<div><a href=/a><h3>Noise</h3><p>News.</p></a>"
    "<a href=/b><h3>Noise</h3><p>More news.</p></a></div>",
    "call to action": "<div><h2>Noise?</h2><p>Our team will help.</p><a href=/c>Contact us</a></div>",
    "newsletter": "<div><h3>Stay in touch</h3><p>Noise each month.</p><input type=email>"
    "<button>Join</button></div>",
    "share": "<div><span>Share this</span> <a href=/s>Noise</a> <a href=/t>Noise</a></div>",
    "small print": "<div><div><p>Noise Ltd is registered in England.</p></div>"
    "<p>© 2024 Noise. All rights reserved.</p></div>",
    "consent": "<div><div>We use cookies to please you. Noise.</div><button>Accept</button></div>",
    "consent settings": "<div><h2>We value your privacy</h2><p>Noise on cookies.</p>"
    "<a href=/c>Settings</a></div>",
    "author": "<div class=author-bio><h4>Web team</h4><p>Noise about us.</p></div>",
    "sidebar": f"<div class=sidebar><h4>Noise</h4><p>{'Noise about our branches. ' * 20}</p></div>",
    "modal": "<div class='modal fade' aria-hidden=true><p>Noise: leave us your number.</p></div>",
    "breadcrumb": "<div><a href=/>Home</a> &gt; <span>Noise</span></div>",
    "menu": "<div><div><a href=/a>Noise</a></div><div><a href=/b>Noise</a></div></div>",
    "spoken label": "<span class=visually-hidden>Noise</span>",
    "icon": "<i class=material-icons aria-hidden=true>noise_Noise</i>",
}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS.keys())
@pytest.mark.parametrize("frame", ["{0}{1}", "<main>{0}{1}</main>", "<div>{0}</div><div>{1}</div>"])
def test_html_parts_of_a_site_without_telling_names_are_left_out(read, part, frame):
    text = read(f"<html><body>{frame.format(STATEMENT, part)}</body></html>").text
    assert "Noise" not in text
    assert text.startswith("Modern slavery statement\nWe buy")
    assert text.endswith("Jane Smith\nChief Executive\n31 March 2024")


@pytest.mark.parametrize(
    "content",
    [
        "<h2>Related policies</h2><p>Our code of conduct says more.</p>",
        "<h2>Contact us</h2><p>Write to the board with questions.</p>",
        "<h2>News</h2><p>In May we joined an alliance against forced labour.</p>",
        "<p>© Wensum Timber 2024</p>",
        "<p>Search</p>",
        "<p>Telephone 01603 000 000</p>",
        "<aside><p>One supplier was left in June.</p></aside>",
        "<form action=/page.aspx><p>Each supplier signs our code.</p></form>",
        "<div class=related><p>Slavery has no place here.</p></div>",
        "<h2><a href=/a>Our risks</a></h2><h2><a href=/b>Our checks</a></h2>",
        "<div hidden><p>Each buyer was trained.</p></div>",
        "<div aria-hidden=true style='display:none'><p>Each buyer was trained.</p></div>",
        "<details><summary>Training</summary>Each buyer was trained.</details>",
        "<div role=tabpanel hidden><p>Each buyer was trained.</p></div>",
    ],
)
def test_html_text_that_may_be_the_statements_stays(read, content):
    page = f"<main><h1>Statement</h1>{SENTENCE * 9}{content}{SIGNED}</main>"
    text = read(f"<html><body>{page}</body></html>").text
    alone = read(f"<html><body>{content}</body></html>").text
    assert text.endswith(f"{alone}\nJane Smith\nChief Executive\n31 March 2024")


ENDS = [
    "<p>© Wensum Timber 2024</p>",
    "<p>Wensum Timber is registered in England.</p><p>All rights reserved.</p>",
    "<p>We use cookies on this website.</p>",
    "<p>Menu</p><p>Telephone 01603 000 000</p>",
    "<h2>Stay in touch</h2><p>Write to us at the yard.</p>",
]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(
    "block",
    [
        "<div>{0}{1}</div>",
        "<div><section>{0}</section><section>{0}</section><section>{1}</section></div>",
        "<div><div class=w1><p>{0}</p></div><div class=w2>{0}</div><div class=w3>{1}</div></div>",
    ],
)
def test_html_what_stands_in_the_content_stays_whatever_it_says(read, block, end):
    foot = "<div><div>© Noise</div><div>Noise uses cookies</div></div>"
    page = f"<h1>Statement</h1>{block.format(SENTENCE * 3, end)}{foot}"
    text = read(f"<html><body><div>{page}</div></body></html>").text
    alone = read(f"<html><body>{end}</body></html>").text
    assert text.endswith(f"\n{alone}")


def test_html_banner_whose_buttons_are_no_buttons_is_left_out(read):
    banner = (
        "<div><div>We value your privacy</div><div>Noise on cookies.</div><div>Noise</div></div>"
    )
    page = f"<div><div>{STATEMENT}</div></div>{banner}"
    assert "Noise" not in read(f"<html><body><div>{page}</div></body></html>").text


def test_html_accordion_at_the_end_of_the_text_stays(read):
    panel = "<div><h3><button aria-expanded=false>Questions</button></h3><p>Write to the yard.</p></div>"
    text = read(f"<html><body><main>{STATEMENT}{panel}</main></body></html>").text
    assert text.endswith("Questions\nWrite to the yard.")


def test_html_short_statement_is_found_in_a_page_of_small_print(read):
    legal = "<p>The value of what you own can fall as well as rise, and calls are recorded.</p>"
    page = f"<div><h1>Statement</h1>{SENTENCE}{SIGNED}</div>"
    foot = f"<div><div><h4>Important</h4>{legal * 20}<p>© Reed Wealth</p></div></div>"
    text = read(f"<html><body><div>{page}{foot}</div></body></html>").text
    assert text.startswith("Statement\nWe buy")
    assert text.endswith("31 March 2024")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("class='d-none d-md-block'", "class='d-md-none'"),
        ("class=desktop-only", "class=mobile-only"),
        ("", "hidden"),
        ("", "style='display: none'"),
    ],
)
def test_html_copies_for_other_screens_are_read_once(read, first, second):
    copy = "<p>Each supplier signs our code of conduct before the first order.</p>"
    page = f"{SENTENCE * 3}<div {first}>{copy}</div><div {second}>{copy}</div>"
    assert read(f"<html><body>{page}</body></html>").text.count("signs our code") == 1


def test_html_sentence_that_the_page_says_twice_is_read_twice(read):
    assert read(f"<html><body>{SENTENCE * 2}</body></html>").text.count("We buy") == 2


FRAMES = [
    "{0}",
    "<main>{0}</main>",
    "<div><div>{0}</div></div>",
    "<form action=/p.aspx>{0}</form>",
    "<table><tr><td><a href=/>Home</a></td><td>{0}</td></tr></table>",
    "<div class='cookies-accepted has-sidebar'><article>{0}</article></div>",
]


@given(
    frame=st.sampled_from(FRAMES),
    before=st.lists(st.sampled_from([*PARTS.values()]), max_size=3),
    after=st.lists(st.sampled_from([*PARTS.values()]), max_size=4),
    tag=st.sampled_from(["p", "div", "li", "td", "section", "footer", "strong"]),
)
def test_html_sign_off_survives_any_site_around_it(read, frame, before, after, tag):
    signed = f"<{tag}>Signed by Jane Smith, director</{tag}>"
    content = frame.format(f"<div><h1>Statement</h1>{SENTENCE * 3}</div><div>{signed}</div>")
    page = "".join([*before, content, *after])
    assert "Signed by Jane Smith, director" in read(f"<html><body>{page}</body></html>").text


WORDS = st.text(alphabet="abcdefgh", min_size=1, max_size=8)
ELEMENTS = st.sampled_from("p h2 h3 li td blockquote details summary section div dd em".split())


@given(content=st.lists(st.tuples(ELEMENTS, st.lists(WORDS, min_size=1)), min_size=1))
def test_html_every_word_of_the_main_element_stays_in_order(read, content):
    numbers = count()
    marked = [(tag, [f"{word}x{next(numbers)}y" for word in words]) for tag, words in content]
    markup = " ".join(f"<{tag}>{' '.join(words)}</{tag}>" for tag, words in marked)
    text = read(
        f"<html><body><nav><a href=/>Noise</a></nav><main>{markup}</main></body></html>"
    ).text
    assert text.split() == [word for _, words in marked for word in words]
