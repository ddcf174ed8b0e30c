"""What on a page of the office cannot be used: cut off, covered, scrolling without the keyboard, refused when sent."""

from playwright.sync_api import Page

# Folded parts are opened, so that nothing on the page escapes the look.
UNFOLD = """() => {
  document.querySelectorAll('main details').forEach(details => { details.open = true; });
  document.querySelectorAll('main [data-panel-toggle][aria-expanded="false"]').forEach(toggle => toggle.click());
}"""
# What stands in the page's content, is shown, and can be used.
CONTROLS = """[...document.querySelectorAll(
    'main :is(a[href], button, input, select, textarea, summary, [tabindex="0"])')]
  .filter(control => !control.disabled && control.type !== 'hidden' && control.tabIndex >= 0)
  .filter(control => control.checkVisibility({visibilityProperty: true, opacityProperty: true}))"""
# Wagtail's own line of crumbs scrolls, and its links, which have the focus, take it along.
FRAME = "[data-w-breadcrumbs]"
# Letters may stand out of their box by a hair, and what only a screen reader reads has a box of one pixel.
LOOK = f"""() => {{
  const named = element => element.outerHTML.replace(/\\s+/g, ' ').slice(0, 110);
  const wrong = [], overflow = element => getComputedStyle(element).overflowX, main = document.querySelector('main');
  const isWider = element => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
  for (const element of [main, ...main.querySelectorAll('*:not(svg, svg *, input, select, textarea, option)')]) {{
    if (!isWider(element) || !element.checkVisibility() || element.closest('{FRAME}')) continue;
    if (['auto', 'scroll'].includes(overflow(element))) {{
      const isNamed = element.ariaLabel || element.getAttribute('aria-labelledby');
      if (!isNamed || element.tabIndex !== 0) wrong.push('scrolls without the keyboard: ' + named(element));
    }} else if (overflow(element) !== 'visible') {{
      wrong.push('cut off: ' + named(element));
    }}
  }}
  for (const control of {CONTROLS}) {{
    control.scrollIntoView({{block: 'center', inline: 'center', behavior: 'instant'}});
    const box = control.getClientRects()[0], region = control.closest('[tabindex="0"][aria-label], {FRAME}');
    if (!box) continue;
    if (!region && (box.left < -1 || box.right > innerWidth + 1)) wrong.push('out of the window: ' + named(control));
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    const isItself = control.contains(top) || [...control.labels ?? []].some(label => label.contains(top));
    if (!isItself) wrong.push(`covered by ${{top && named(top)}}: ${{named(control)}}`);
  }}
  for (const form of document.querySelectorAll('form[method="post"]')) {{
    if (!form.elements.csrfmiddlewaretoken?.value) wrong.push('refused when sent, since its token is missing: ' + form.action);
  }}
  if (document.documentElement.scrollWidth > innerWidth) wrong.push('wider than the window');
  scrollTo(0, 0);
  return wrong;
}}"""


def open_page(page: Page, address: str) -> None:
    """Open a page with all its parts."""
    page.goto(address)
    page.evaluate(UNFOLD)


def show_in(page: Page, scheme: str) -> None:
    """Put a page into the colours of a scheme at once, without the transitions between."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.getAnimations().forEach(animation => animation.finish())")


def faults(page: Page) -> list[str]:
    """Return one line for each thing that cannot be seen, reached or sent at the present size of the window."""
    return page.evaluate(LOOK)
