"""`checker check`: one statement, from a file, an address or standard input."""

import json
from dataclasses import replace

import click

from checker.analysis import Analyser, load_model
from checker.cli.sources import read_source
from checker.model.wire import assessment_to_json
from checker.pipeline import StatementPipeline
from checker.report import assessment_html, assessment_text
from checker.rulebook import load_rulebook
from checker.settings import Settings


@click.command()
@click.argument("source")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text")
@click.option("--text", "with_text", is_flag=True, help="Put the extracted text into the JSON.")
@click.option("--explain", is_flag=True, help="Say which rules and words gave each label; slow.")
@click.option("--organisation", default="", help="Say whether the statement names it.")
@click.option("--previous", default="", help="Last year's statement: say what is unchanged.")
@click.pass_obj
def check(  # noqa: PLR0913 - the options of the interface
    settings: Settings,
    *,
    source: str,
    form: str,
    with_text: bool,
    explain: bool,
    organisation: str,
    previous: str,
) -> None:
    """Check the statement SOURCE: a PDF, DOCX, HTML or text file, an address, or - for stdin.

    Nothing is kept. Example: checker check statement.pdf --format html > report.html
    """
    analyser = Analyser(load_rulebook(settings.rules_dir), load_model(settings.corpus_dir))
    pipeline = StatementPipeline(analyser)
    earlier = pipeline.read(read_source(previous, settings.crawl)) if previous else None
    checked = pipeline.check(
        read_source(source, settings.crawl), organisation=organisation, previous=earlier
    )
    if explain:
        checked = pipeline.explain(checked)
    if form == "html":
        click.echo(assessment_html(checked.document, checked.assessment))
    elif form == "text":
        click.echo(assessment_text(checked.assessment, explain=explain))
    else:
        assessment = checked.assessment
        if with_text:
            text = checked.document.text
            assessment = replace(assessment, source=replace(assessment.source, text=text))
        click.echo(json.dumps(assessment_to_json(assessment), ensure_ascii=False, indent=1))
