// One sheet: the part of the plane that one view shows, drawn as finely as that view needs.

import { geoProject } from "./planar.mjs";
import { feature, mesh } from "topojson-client";
import { filter, filterWeight, planarRingArea, planarTriangleArea, presimplify, simplify } from "topojson-simplify";
import { COUNTRIES } from "./outline.mjs";
import { pathOf } from "./paths.mjs";
import { roomFor } from "./room.mjs";

// Every sheet is this wide in its own units; the widest drawing on a screen is 832 pixels.
export const SHEET_WIDTH = 4000;
const SCREEN_WIDTH = 832;

/** Simplify to `detail` (area in square pixels of the widest drawing), drop islands under `islet`, cut at `clip`. */
export function sheet(topology, { frame, clip, detail, islet }) {
  const pixel = frame.width / SCREEN_WIDTH;
  const slim = simplify(presimplify(topology, planarTriangleArea), detail * pixel * pixel);
  const kept = filter(slim, filterWeight(slim, islet * pixel * pixel, planarRingArea));
  const placed = geoProject(frame, clip, SHEET_WIDTH);
  const object = kept.objects.map;
  const byId = new Map(object.geometries.map((geometry) => [geometry.id, geometry]));
  const isDisputed = (a, b) => [a.id, b.id].sort().join() === "RS,XK";
  const shapes = {};
  const room = {};
  for (const code of COUNTRIES) {
    const geometry = placed(feature(kept, byId.get(code)));
    const path = pathOf(geometry);
    if (!path) continue;
    shapes[code] = path;
    room[code] = roomFor(geometry, { width: SHEET_WIDTH, height: (SHEET_WIDTH * frame.height) / frame.width });
  }
  return {
    frame: [frame.x, frame.y, frame.width, frame.height].map((value) => Number(value.toFixed(2))),
    shapes,
    other: pathOf(placed(feature(kept, byId.get("other")))),
    borders: pathOf(placed(mesh(kept, object, (a, b) => a !== b && !isDisputed(a, b)))),
    disputed: pathOf(placed(mesh(kept, object, (a, b) => a !== b && isDisputed(a, b)))),
    room,
  };
}
