"""The pages on the example county, in a real Chromium."""

import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def served(example_county):
    """Address of `checker serve` on the example county."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [Path(sys.executable).with_name("checker"), "serve", "--port", str(port)]
    environ = {**os.environ, "CHECKER_DATABASE_URL": example_county}
    process = subprocess.Popen(command, env=environ)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(address, process):
    deadline = 60
    for _ in range(deadline * 10):
        try:
            with urllib.request.urlopen(f"{address}/health") as answer:
                assert answer.status == 200
                return
        except OSError:
            if process.poll() is not None:
                raise AssertionError("the server ended") from None
            # wait for the process, not for the clock: it ends only when something is wrong
            try:
                process.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
    raise AssertionError(f"no answer from {address} in {deadline} s")


@pytest.fixture(params=["desktop", "phone", "without JavaScript"])
def page(chromium, served, request):
    """A page of each kind of visitor; a request to anyone else or a refused style fails the test."""
    width = 390 if request.param == "phone" else 1280
    context = chromium.new_context(
        base_url=served,
        viewport={"width": width, "height": 900},
        java_script_enabled=request.param != "without JavaScript",
    )
    page = context.new_page()
    problems = []
    page.on("request", lambda r: r.url.startswith(served) or problems.append(r.url))
    page.on("console", lambda m: "Content Security Policy" not in m.text or problems.append(m.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    context.close()
    assert not problems
