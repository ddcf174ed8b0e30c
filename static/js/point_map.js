/* Fills in latitude and longitude from a point on the map: Lambert's conformal conic of a sphere, backwards (docs/map.md). */
const PLACES = 5;

/** Let a click on the map fill in the two fields, and mark the place that they name. */
export function pointOnMap(figure, latitude, longitude) {
  const sheet = figure.querySelector("svg");
  const mark = figure.querySelector("circle");
  const conic = prepared(JSON.parse(figure.dataset.projection));
  const show = () => place(mark, sheet, conic, parseFloat(latitude.value.replace(",", ".")), parseFloat(longitude.value.replace(",", ".")));
  sheet.addEventListener("click", (event) => {
    const box = sheet.getBoundingClientRect();
    const x = conic.frame.x + ((event.clientX - box.left) / box.width) * conic.frame.width;
    const y = conic.frame.y + ((event.clientY - box.top) / box.height) * conic.frame.height;
    const found = degrees(conic, x, y);
    latitude.value = found.latitude.toFixed(PLACES);
    longitude.value = found.longitude.toFixed(PLACES);
    show();
  });
  latitude.addEventListener("input", show);
  longitude.addEventListener("input", show);
  figure.hidden = false;
  show();
}

function prepared(projection) {
  const [south, north] = projection.parallels.map(radians);
  const cone = Math.log(Math.cos(south) / Math.cos(north)) / Math.log(stretch(north) / stretch(south));
  const reach = (Math.cos(south) * stretch(south) ** cone) / cone;
  return { ...projection, cone, reach: projection.scale * reach };
}

function degrees(conic, x, y) {
  const east = x - conic.x;
  const south = y - conic.y;
  const angle = Math.atan2(east, south);
  const stretched = (conic.reach / Math.hypot(east, south)) ** (1 / conic.cone);
  return {
    latitude: inDegrees(2 * Math.atan(stretched) - Math.PI / 2),
    longitude: conic.meridian + inDegrees(angle / conic.cone),
  };
}

function place(mark, sheet, conic, latitude, longitude) {
  mark.setAttribute("visibility", "hidden");
  if (Number.isNaN(latitude) || Number.isNaN(longitude)) {
    return;
  }
  const rho = conic.reach / stretch(radians(latitude)) ** conic.cone;
  const angle = conic.cone * radians(longitude - conic.meridian);
  const { width, height } = sheet.viewBox.baseVal;
  mark.setAttribute("cx", ((conic.x + rho * Math.sin(angle) - conic.frame.x) / conic.frame.width) * width);
  mark.setAttribute("cy", ((conic.y + rho * Math.cos(angle) - conic.frame.y) / conic.frame.height) * height);
  mark.setAttribute("visibility", "visible");
}

function stretch(latitude) {
  return Math.tan(Math.PI / 4 + latitude / 2);
}

function radians(value) {
  return (value * Math.PI) / 180;
}

function inDegrees(value) {
  return (value * 180) / Math.PI;
}
