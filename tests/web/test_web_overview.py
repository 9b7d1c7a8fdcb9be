"""The county at a glance."""

import factories

from checker.model import AreaVerdict, ContentArea, Outcome


def test_overview_of_an_empty_register_says_which_command_to_run(page):
    main = page("/").main
    assert "The register is empty" in main.text
    assert "checker demo" in main.text
    assert main.find("svg") is None


def test_overview_of_an_unsearched_register_says_so(page, keep):
    keep(factories.organisation())
    main = page("/").main
    assert "1 organisation in the register, 0 searched" in " ".join(main.text.split())
    assert "checker assess" in main.text


def test_overview_counts_outcomes_in_four_groups(page, keep):
    outcomes = [Outcome.FOUND, Outcome.FOUND_ON_PARENT, Outcome.BLOCKED, Outcome.NOT_FOUND]
    for number, outcome in enumerate(outcomes):
        organisation = factories.organisation(name=f"Number {number}", company_number="")
        keep(organisation, factories.search(outcome))
    figures = {
        figure.dt.text: int(figure.dd.text) for figure in page("/").find_all(class_="figure")
    }
    assert figures == {
        "Current statement, own or a parent’s": 2,
        "Older, undated or not named": 0,
        "No statement found": 1,
        "Could not be searched or read": 1,
    }


def test_overview_chart_has_its_table_beside_it(page, keep):
    assessment = factories.assessment(areas={ContentArea.RISK: AreaVerdict.DESCRIBED})
    statement = (factories.found_statement(), factories.document(), assessment)
    keep(factories.organisation(), factories.search(), [statement])
    html = page("/")
    chart = html.find("svg", role="img")
    assert "Risk: 0 evidenced, 1 described, 0 mentioned, 0 not found." in chart.desc.text
    row = html.find("th", string="Risk").find_parent("tr")
    assert [cell.text for cell in row.find_all("td")] == ["0", "1", "0", "0"]


def test_overview_links_each_outcome_that_occurs_to_its_organisations(page, wensum):
    links = {link["href"] for link in page("/").main.find_all("a")}
    assert "/organisations?outcome=found" in links
    assert "/organisations?outcome=blocked" not in links
