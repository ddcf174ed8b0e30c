/* Shows the times of a programme by the reader's clock beside those of the host, where the two differ. */
for (const programme of document.querySelectorAll('[data-component="programme"]')) {
  addReadersTimes(programme, Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Nothing is added for a reader whose clock shows the same times on all days of the programme. */
function addReadersTimes(programme, zone) {
  const times = [...programme.querySelectorAll(".programme__time")];
  const differs = times.some((line) => [...line.querySelectorAll("time")].some((time) => isElsewhere(time, programme.dataset)));
  if (!zone || !differs) {
    return;
  }
  times.forEach((line) => line.append(readersTime(line, programme.dataset)));
  programme.querySelector(".programme__reader").hidden = false;
}

function isElsewhere(time, host) {
  const moment = new Date(time.dateTime);
  return written(moment, host.locale) !== written(moment, host.locale, host.zone);
}

/** The same moments by the reader's clock; the day is named where it is another one. */
function readersTime(line, host) {
  const moments = [...line.querySelectorAll("time")].map((time) => new Date(time.dateTime));
  const isOtherDay = day(moments[0]) !== day(moments[0], host.zone);
  const text = document.createElement("span");
  text.className = "programme__own-time";
  text.textContent = `(${isOtherDay ? `${weekday(moments[0], host.locale)} ` : ""}${moments.map((moment) => written(moment, host.locale)).join("–")})`;
  return text;
}

function written(moment, locale, timeZone) {
  return moment.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", timeZone });
}

function day(moment, timeZone) {
  return moment.toLocaleDateString("en-CA", { timeZone });
}

function weekday(moment, locale) {
  return moment.toLocaleDateString(locale, { weekday: "short" });
}
