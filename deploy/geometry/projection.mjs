// Lambert's conformal conic projection of a sphere, in the plane of the map (y grows downwards).
// membership/map/projection.py holds the same formula for the pins.

const radians = Math.PI / 180;
const stretch = (latitude) => Math.tan(Math.PI / 4 + (latitude * radians) / 2);

export function conformalConic({ parallels: [south, north], meridian, scale, x, y }) {
  const cosine = Math.cos(south * radians);
  const n = Math.log(cosine / Math.cos(north * radians)) / Math.log(stretch(north) / stretch(south));
  const f = (cosine * stretch(south) ** n) / n;
  return ([longitude, latitude]) => {
    const rho = (f / stretch(latitude) ** n) * scale;
    const turned = ((((longitude - meridian + 180) % 360) + 360) % 360) - 180;
    const angle = n * turned * radians;
    return [x + rho * Math.sin(angle), y + rho * Math.cos(angle)];
  };
}
