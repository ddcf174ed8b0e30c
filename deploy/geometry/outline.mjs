// The topology of the map: the twelve countries and one merged shape of their neighbours, in the plane.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { mergeArcs } from "topojson-client";

const source = createRequire(import.meta.url).resolve("world-atlas/countries-10m.json");

// ISO 3166-1 numbers of the source. Kosovo has none there and is found by its name; no other name is read.
const NUMBERS = {
  "008": "AL", "070": "BA", "100": "BG", "191": "HR", "300": "GR", "499": "ME",
  "807": "MK", "642": "RO", "688": "RS", "705": "SI", "792": "TR",
};

export const COUNTRIES = [...Object.values(NUMBERS), "XK"].sort();

// Degrees (west, south, east, north): whatever lies wholly outside is left out before anything else is done.
const REGION = [2, 28, 54, 56];

const codeOf = (geometry) =>
  geometry.id === undefined ? (geometry.properties.name === "Kosovo" ? "XK" : null) : NUMBERS[geometry.id] ?? null;

function decoded(topology) {
  const { scale, translate } = topology.transform;
  return topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
}

function touches(polygon, arcs) {
  const points = polygon[0].flatMap((index) => arcs[index < 0 ? ~index : index]);
  const [west, south, east, north] = REGION;
  const longitudes = points.map((point) => point[0]);
  const latitudes = points.map((point) => point[1]);
  const spread = (values, low, high) =>
    values.reduce((a, b) => Math.min(a, b), Infinity) < high && values.reduce((a, b) => Math.max(a, b), -Infinity) > low;
  return spread(longitudes, west, east) && spread(latitudes, south, north);
}

function inRegion(geometry, arcs) {
  const polygons = (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs).filter((p) => touches(p, arcs));
  return { type: "MultiPolygon", arcs: polygons };
}

/** The projected topology with one object, whose geometries have the ids of the countries, and "other". */
export function outline(project) {
  const topology = JSON.parse(readFileSync(source, "utf8"));
  const arcs = decoded(topology);
  const shapes = topology.objects.countries.geometries
    .filter((geometry) => geometry.arcs && geometry.id !== "010")
    .map((geometry) => ({ ...inRegion(geometry, arcs), id: codeOf(geometry) }))
    .filter((geometry) => geometry.arcs.length);
  const members = shapes.filter((geometry) => geometry.id);
  const plane = { type: "Topology", arcs: arcs.map((arc) => arc.map(project)), objects: {} };
  // Merged by their arcs, so lines between two neighbours, and inside Cyprus, are gone for good.
  const other = mergeArcs(plane, shapes.filter((geometry) => !geometry.id));
  plane.objects.map = { type: "GeometryCollection", geometries: [...members, { ...other, id: "other" }] };
  if (members.length !== COUNTRIES.length) throw new Error(`Found ${members.length} countries, not twelve`);
  return plane;
}
