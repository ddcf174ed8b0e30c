"""What of a page of the office the keyboard does not reach, or reaches without showing where it is."""

from playwright.sync_api import Page

from tests.browser.desk_looks import CONTROLS

MOST_TABS = 400
# Each control with its look without the focus; of a group of radio buttons one has the focus for all.
BEGIN = f"""() => {{
  const looks = part => element => {{
    const style = getComputedStyle(element, part);
    return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor, style.backgroundColor].join();
  }};
  const whole = looks(null), before = looks('::before');
  const found = {CONTROLS};
  const first = control => control.type !== 'radio' ? control
    : found.find(other => other.name === control.name && other.form === control.form && other.type === 'radio');
  window.walk = {{first, look: control => whole(control) + before(control), before: new Map(), reached: new Set()}};
  for (const control of found) window.walk.before.set(control, window.walk.look(control));
  const main = document.querySelector('main');
  main.tabIndex = -1;
  main.focus({{preventScroll: true}});
}}"""
# Does the control look as it did without the focus, and does anything of it lie open (WCAG 2.4.7, 2.4.11)? A day has
# several parts with the focus in turn. The browser scrolls to the focus with its next frame; here it does so at once.
STEP = """() => {
  const {first, look, before, reached} = window.walk, control = document.activeElement;
  if (!control.closest('main') || (reached.has(control) && window.walk.last !== control)) return {isOver: true};
  if (window.walk.last === control) return {isOver: false, faults: []};
  window.walk.last = control;
  reached.add(control).add(first(control));
  document.getAnimations().forEach(animation => animation.finish());
  const isOpen = () => {
    const box = control.getClientRects()[0], parts = [0.1, 0.5, 0.9];
    const [left, above] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [width, height] = [Math.min(box.right, innerWidth) - left, Math.min(box.bottom, innerHeight) - above];
    return parts.some(x => parts.some(y => {
      const top = document.elementFromPoint(left + x * width, above + y * height);
      return top && (control.contains(top) || [...control.labels ?? []].some(label => label.contains(top)));
    }));
  };
  if (!isOpen()) control.scrollIntoView({block: 'nearest', inline: 'nearest', behavior: 'instant'});
  const faults = [], name = control.outerHTML.replace(/\\s+/g, ' ').slice(0, 120);
  if (before.get(control) === look(control)) faults.push('the focus does not show: ' + name);
  if (!isOpen()) faults.push('hidden with the focus: ' + name);
  return {isOver: false, faults};
}"""
MISSED = """() => [...window.walk.before.keys()].filter(control => !window.walk.reached.has(window.walk.first(control)))
  .map(control => 'not reached: ' + control.outerHTML.replace(/\\s+/g, ' ').slice(0, 120))"""


def walked(page: Page) -> list[str]:
    """Press Tab through the page's content, and return one line for each control of which something is wrong."""
    page.evaluate(BEGIN)
    wrong = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        step = page.evaluate(STEP)
        if step["isOver"]:
            break
        wrong += step["faults"]
    return [*wrong, *page.evaluate(MISSED)]
