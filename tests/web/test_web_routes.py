"""The public addresses: other people keep them, so a change here is a decision."""

ROUTES = {
    "/": {"GET"},
    "/accessibility": {"GET"},
    "/bootstrap/static/<path:filename>": {"GET"},
    "/check": {"GET", "POST"},
    "/health": {"GET"},
    "/method": {"GET"},
    "/missing": {"GET"},
    "/missing.csv": {"GET"},
    "/missing.xlsx": {"GET"},
    "/organisations": {"GET"},
    "/organisations/<slug>": {"GET"},
    "/rules": {"GET"},
    "/rules/<rule_id>": {"GET"},
    "/statements/<int:statement_id>": {"GET"},
    "/statements/<int:statement_id>/source": {"GET"},
    "/static/<path:filename>": {"GET"},
}


def test_routes_are_frozen(app):
    routes = {str(rule): rule.methods - {"HEAD", "OPTIONS"} for rule in app.url_map.iter_rules()}
    assert routes == ROUTES


def test_routes_are_reached_from_the_overview_and_no_link_is_dead(client, page, wensum):
    seen, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop()
        seen.add(path)
        links = {link["href"].split("#")[0] for link in page(path).find_all("a", href=True)}
        for link in {link for link in links if link.startswith("/")} - seen - set(waiting):
            with client.get(link) as answer:
                assert answer.status_code == 200, f"{link} on {path}"
                if answer.mimetype == "text/html":
                    waiting.append(link)
    assert {"/organisations", "/missing", "/check", "/method", "/accessibility"} <= seen
    assert {f"/statements/{wensum}", "/rules/training.completed"} <= seen


def test_routes_of_assets_are_local_and_there(client, page):
    head = page("/").head
    for link in head.find_all("link"):
        assert link["href"].startswith("/"), "nothing is loaded from elsewhere"
        with client.get(link["href"]) as answer:
            assert answer.status_code == 200
