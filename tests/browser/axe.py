"""What axe finds on a page."""

import json

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}


def findings(page, axe_source: str) -> list[str]:
    """Return one line each; evaluated through the debugging protocol, since the policy allows no script."""
    page.evaluate(axe_source)
    result = page.evaluate(f"axe.run(document, {json.dumps(RULES)})")
    return [f"{v['id']}: {[node['target'] for node in v['nodes']][:3]}" for v in result["violations"]]
