// Writes the committed geometry of the member map: node build.mjs ../../membership/map/geometry.json

import { writeFileSync } from "node:fs";
import { feature } from "topojson-client";
import { COUNTRIES, outline } from "./outline.mjs";
import { conformalConic } from "./projection.mjs";
import { ROW } from "./room.mjs";
import { SHEET_WIDTH, sheet } from "./sheets.mjs";

// One unit of the plane is one pixel of the overview at its widest.
const PROJECTION = { parallels: [37, 46], meridian: 23, scale: 3320, x: 398, y: -3328 };

// Degrees east: where the overview "all" ends. A pin further east calls for the sheet "wide".
const OVERVIEW_EAST = 32.4;

const project = conformalConic(PROJECTION);
const topology = outline(project);
const features = new Map(topology.objects.map.geometries.map((geometry) => [geometry.id, feature(topology, geometry)]));
const pointsOf = (code) => features.get(code).geometry.coordinates.flat(2);

function box(points) {
  const [xs, ys] = [points.map((point) => point[0]), points.map((point) => point[1])];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function grown({ x, y, width, height }, margin) {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** The frame around a box with a margin, made wider or higher until its shape is between 1:1 and 8:5. */
function framed(bounds) {
  const { x, y, width, height } = grown(bounds, 0.06 * Math.max(bounds.width, bounds.height));
  const [w, h] = [Math.max(width, height), Math.max(height, width / 1.6)];
  return { x: x - (w - width) / 2, y: y - (h - height) / 2, width: w, height: h };
}

const west = COUNTRIES.filter((code) => code !== "TR").flatMap(pointsOf);
const strait = pointsOf("TR").filter((point) => point[0] <= project([OVERVIEW_EAST, 39])[0]);
const frame = grown(box([...west, ...strait]), 20);
const whole = grown(box(COUNTRIES.flatMap(pointsOf)), 20);

const sheets = {
  all: sheet(topology, { frame, clip: grown(frame, 4), detail: 2.4, islet: 5 }),
  wide: sheet(topology, { frame: whole, clip: grown(whole, 4), detail: 2.4, islet: 5 }),
};
for (const code of COUNTRIES) {
  const zoomed = framed(box(pointsOf(code)));
  sheets[code] = sheet(topology, { frame: zoomed, clip: grown(zoomed, zoomed.width / 100), detail: 1.6, islet: 4 });
}

const geometry = {
  source: "Natural Earth 1:10m countries, public domain, by npm world-atlas 2.0.2 (countries-10m); made by deploy/geometry/build.mjs",
  projection: PROJECTION,
  sheet_width: SHEET_WIDTH,
  row: ROW,
  sheets,
};

/** JSON with a line for each country of each sheet, so that a change can be read. */
function lined(value, depth) {
  if (depth === 0 || value === null || typeof value !== "object" || Array.isArray(value)) return JSON.stringify(value);
  const lines = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${lined(inner, depth - 1)}`);
  return `{\n${lines.join(",\n")}\n}`;
}

writeFileSync(process.argv[2], `${lined(geometry, 4)}\n`);
for (const [name, { frame: shown, shapes, other, borders, disputed }] of Object.entries(sheets)) {
  const bytes = Object.values(shapes).join("").length + other.length + borders.length + disputed.length;
  console.log(name, shown.join(" "), "paths", bytes, "dashed", disputed.length);
}
