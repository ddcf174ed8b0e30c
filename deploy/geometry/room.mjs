// Where a name may stand: for each scan line of a sheet the longest stretch inside the country.

export const ROW = 20;

/** [first row, [left, right], [left, right], …] with rows `ROW` units apart; [0, 0] where a row has no room. */
export function roomFor(geometry, { width, height }) {
  const rings = geometry.coordinates.flat();
  const rows = [];
  for (let y = 0; y <= height; y += ROW) rows.push(longest(rings, y + 0.5, width));
  const first = rows.findIndex(([left, right]) => right > left);
  if (first < 0) return null;
  const last = rows.findLastIndex(([left, right]) => right > left);
  return { top: first * ROW, rows: rows.slice(first, last + 1) };
}

function longest(rings, y, width) {
  const crossings = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [[ax, ay], [bx, by]] = [ring[j], ring[i]];
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  crossings.sort((a, b) => a - b);
  let best = [0, 0];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const stretch = [Math.max(0, Math.ceil(crossings[i])), Math.min(width, Math.floor(crossings[i + 1]))];
    if (stretch[1] - stretch[0] > best[1] - best[0]) best = stretch;
  }
  return best;
}

