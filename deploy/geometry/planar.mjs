// Cutting and placing shapes that are already in the plane.

import { geoIdentity, geoStream } from "d3-geo";

/** A function that cuts a shape at `clip` and moves it into a sheet of `width` units over `frame`. */
export function geoProject(frame, clip, width) {
  const scale = width / frame.width;
  const identity = geoIdentity()
    .scale(scale)
    .translate([-frame.x * scale, -frame.y * scale])
    .clipExtent([
      [(clip.x - frame.x) * scale, (clip.y - frame.y) * scale],
      [(clip.x + clip.width - frame.x) * scale, (clip.y + clip.height - frame.y) * scale],
    ]);
  return (shape) => collected(shape, identity);
}

function collected(shape, identity) {
  const polygons = [];
  const lines = [];
  let rings = null;
  let points = null;
  geoStream(shape, identity.stream({
    point: (x, y) => points.push([x, y]),
    lineStart: () => (points = []),
    lineEnd: () => (rings ?? lines).push(points),
    polygonStart: () => (rings = []),
    polygonEnd: () => {
      if (rings.length) polygons.push(rings);
      rings = null;
    },
  }));
  if (polygons.length) return { type: "MultiPolygon", coordinates: polygons };
  return lines.length ? { type: "MultiLineString", coordinates: lines } : null;
}


