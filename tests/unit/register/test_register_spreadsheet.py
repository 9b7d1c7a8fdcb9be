import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import RegisterError
from checker.model import IssueLevel, Organisation
from checker.register import load_register
from checker.settings import data_dir


def load(tmp_path, content):
    path = tmp_path / "register.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_register(path)


def test_register_reads_every_column(tmp_path):
    found = load(
        tmp_path,
        "name,website,company_number,postcode,parent,statement_url,sector,likely_over_36m,"
        "basis,source_url,colour\n"
        "Wensum  Foods Ltd,https://www.wensum.example/,1234567,nr11sw,Yare Holdings plc,"
        "www.wensum.example/ms,Food,Yes,a list,list.example,green\n",
    )

    assert found.issues == ()
    assert found.organisations == (
        Organisation(
            name="Wensum Foods Ltd",
            website="www.wensum.example",
            company_number="01234567",
            postcode="NR1 1SW",
            parent="Yare Holdings plc",
            statement_url="https://www.wensum.example/ms",
            sector="Food",
            provenance="a list. Source: list.example",
            likely_in_scope="yes",
        ),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_register_reads_what_spreadsheets_write(tmp_path, encoding):
    found = load(
        tmp_path, "Name, Website\r\nCafé Bücher,cafe.example\r\n\r\n,\r\n".encode(encoding)
    )

    assert [organisation.name for organisation in found.organisations] == ["Café Bücher"]
    assert found.organisations[0].likely_in_scope == "unknown"
    assert found.issues == ()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",b.example,", "It has no name. The row was left out."),
        ("Bure Ltd", "It has 1 cells and the first row has 3. The row was left out."),
        ("Bure Ltd,b.example,,x", "It has 4 cells and the first row has 3. The row was left out."),
        ('"Bure" Ltd,b.example,', "Its quotation marks do not match (',' expected after '\"'). The row was left out."),
        ("YARE  ltd,b.example,", "It is the same organisation as row 2, 'Yare Ltd'. The row was left out."),
        ("Yare Limited,b.example,00000001", "It is the same organisation as row 2, 'Yare Ltd'. The row was left out."),
    ],
)  # fmt: skip
def test_register_leaves_a_bad_row_out_and_goes_on(tmp_path, row, reason):
    found = load(
        tmp_path,
        f"name,website,company_number\nYare Ltd,yare.example,1\n{row}\nAnt Ltd,ant.example,2\n",
    )

    assert [organisation.name for organisation in found.organisations] == ["Yare Ltd", "Ant Ltd"]
    (issue,) = found.issues
    assert issue.level is IssueLevel.ERROR
    assert issue.stage == "register"
    assert issue.subject == "register.csv, row 3"
    assert issue.message == reason


def test_register_keeps_same_name_with_another_company_number(tmp_path):
    found = load(tmp_path, "name,website,company_number\nYare Ltd,,1\nYare Ltd,,2\nYare Ltd,,2\n")

    assert [row.company_number for row in found.organisations] == ["00000001", "00000002"]
    assert [issue.subject for issue in found.issues] == ["register.csv, row 4"]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("website", "none"),
        ("company_number", "12-34"),
        ("postcode", "Norfolk"),
        ("statement_url", "see website"),
        ("likely_over_36m", "perhaps"),
    ],
)
def test_register_leaves_a_bad_cell_out_and_keeps_the_row(tmp_path, column, cell):
    columns = {"name": "Yare Ltd", "website": "yare.example"} | {column: cell}
    found = load(tmp_path, f"{','.join(columns)}\n{','.join(columns.values())}\n")

    (organisation,) = found.organisations
    assert cell not in repr(organisation)
    (issue,) = found.issues
    assert issue.level is IssueLevel.WARNING
    assert issue.message.startswith(f"{column}: {cell!r} is not ")
    assert issue.message.endswith("The cell was left out.")


def test_register_reports_a_quote_that_is_never_closed(tmp_path):
    found = load(tmp_path, 'name,website\nYare Ltd,yare.example\n"Ant Ltd,ant.example\nBure Ltd,\n')

    assert [organisation.name for organisation in found.organisations] == ["Yare Ltd"]
    assert [issue.subject for issue in found.issues] == ["register.csv, row 3"]
    assert "unexpected end of data" in found.issues[0].message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "lacks name and website; found nothing"),
        (b"name,town\nYare Ltd,Norwich\n", "lacks website; found name, town"),
        (b"name;website\nYare Ltd;yare.example\n", "lacks name and website; found name;website"),
        (b"name,website,name\nYare Ltd,,\n", "has the column name twice"),
        (b"name,website\n", "holds no organisations"),
        (b"PK\x03\x04\x00\x00spreadsheet", "is not a text file"),
        ("name,website\nYare Ltd,\n".encode("utf-16"), "is not a text file"),
    ],
)
def test_register_refuses_a_file_it_cannot_use(tmp_path, content, says):
    with pytest.raises(RegisterError) as caught:
        load(tmp_path, content)

    assert f"{tmp_path / 'register.csv'} {says}" in str(caught.value)
    assert "holds at least name,website" in str(caught.value)


def test_register_says_when_the_file_is_not_there(tmp_path):
    with pytest.raises(RegisterError, match=r"none\.csv cannot be read \(No such file"):
        load_register(tmp_path / "none.csv")
    with pytest.raises(RegisterError, match="cannot be read"):
        load_register(tmp_path)


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=20
)
HOSTS = st.from_regex(r"[a-z0-9]{1,10}\.example", fullmatch=True)
ORGANISATIONS = st.builds(
    Organisation,
    name=NAMES,
    website=st.just("") | HOSTS,
    company_number=st.just("") | st.from_regex(r"[0-9]{8}", fullmatch=True),
    postcode=st.sampled_from(["", "NR1 1SW", "PE30 2HZ"]),
    parent=st.just("") | NAMES,
    statement_url=st.just("") | HOSTS.map(lambda host: f"https://{host}/statement.pdf"),
    sector=st.just("") | NAMES,
    provenance=st.just("") | NAMES,
    likely_in_scope=st.sampled_from(["yes", "no", "unknown"]),
)


@given(
    st.lists(
        ORGANISATIONS, min_size=1, max_size=5, unique_by=(lambda o: o.name_key, lambda o: o.company_number or o.name)
    )
)  # fmt: skip
def test_register_round_trip(tmp_path_factory, organisations):
    columns = {"likely_in_scope": "likely_over_36m", "provenance": "basis"}
    text = io.StringIO(newline="")
    rows = [
        {columns.get(name, name): getattr(row, name) for name in Organisation.__dataclass_fields__}
        for row in organisations
    ]
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    found = load(tmp_path_factory.mktemp("register"), text.getvalue())

    assert found.issues == ()
    assert found.organisations == tuple(organisations)


def test_register_of_the_project_is_clean_and_marked():
    path = data_dir("corpus") / "register" / "norfolk.csv"
    found = load_register(path)

    assert found.issues == ()
    assert len(found.organisations) == 196
    assert all(organisation.provenance for organisation in found.organisations)
    with path.open(encoding="utf-8", newline="") as file:
        status = {row["status"] for row in csv.DictReader(file)}
    assert status == {"starter list: verify before use"}
