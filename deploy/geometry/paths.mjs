// Compact path data: whole numbers, relative to the point before, no letter more than needed.

const number = (value, first) => (first || value < 0 ? `${value}` : ` ${value}`);

function subpath(points, closed) {
  const whole = points.map((point) => point.map(Math.round));
  const kept = whole.filter(([x, y], i) => i === 0 || x !== whole[i - 1][0] || y !== whole[i - 1][1]);
  if (closed && kept.length > 1 && `${kept[0]}` === `${kept.at(-1)}`) kept.pop();
  if (kept.length < (closed ? 3 : 2)) return "";
  const steps = kept.slice(1).map(([x, y], i) => [x - kept[i][0], y - kept[i][1]]);
  const text = steps.map(([dx, dy], i) => number(dx, i === 0) + number(dy, false)).join("");
  return `M${kept[0][0]}${number(kept[0][1], false)}l${text}${closed ? "z" : ""}`;
}

export function pathOf(geometry) {
  if (!geometry) return "";
  const { type, coordinates } = geometry;
  if (type === "MultiPolygon") return coordinates.flat().map((ring) => subpath(ring, true)).join("");
  if (type === "Polygon") return coordinates.map((ring) => subpath(ring, true)).join("");
  if (type === "MultiLineString") return coordinates.map((line) => subpath(line, false)).join("");
  if (type === "LineString") return subpath(coordinates, false);
  throw new Error(`No path for ${type}`);
}
