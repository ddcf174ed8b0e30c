"""What axe finds on a page."""

import json

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What another scheme of colours can change on a page already looked at.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


def findings(page, axe_source: str, rules: dict = RULES) -> list[str]:
    """Return one line each; evaluated through the debugging protocol, since the policy allows no script."""
    page.evaluate(axe_source)
    violations = page.evaluate(f"axe.run(document, {json.dumps(rules)}).then(result => result.violations)")
    return [f"{v['id']}: {[node['target'] for node in v['nodes']][:3]}" for v in violations]
