"use strict";
/* Filters and opens what the page already holds; it makes no markup. */
(() => {
  const byId = (id) => document.getElementById(id);
  const form = document.querySelector("#endpoints > form");
  const search = byId("search");
  const posture = byId("posture");
  const control = byId("control");
  const status = byId("status");
  const rows = [...document.querySelectorAll("details.endpoint")].map((element) => ({
    element,
    text: `${element.querySelector("summary").textContent} ${element.dataset.handler}`.toLowerCase(),
    posture: element.dataset.posture,
    statuses: ` ${element.dataset.status} `,
  }));

  const fits = (row) => {
    const words = search.value.toLowerCase().split(/\s+/u);
    if (!words.every((word) => row.text.includes(word))) return false;
    if (posture.value !== "" && row.posture !== posture.value) return false;
    if (control.value !== "" && status.value !== "") return row.statuses.includes(` ${control.value}:${status.value} `);
    return status.value === "" || row.statuses.includes(`:${status.value} `);
  };

  const apply = () => {
    let shown = 0;
    for (const row of rows) {
      const fit = fits(row);
      if (row.element.hidden === fit) row.element.hidden = !fit;
      if (fit) shown++;
    }
    for (const block of document.querySelectorAll("div.application")) block.hidden = block.querySelector("details.endpoint:not([hidden])") === null;
    byId("none").hidden = shown > 0;
    byId("shown").value = shown === rows.length ? `${rows.length} endpoints` : `${shown} of ${rows.length} endpoints`;
  };

  /** Once before the next frame, however fast someone types. */
  const soon = (work) => {
    let waiting = 0;
    return () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(work);
    };
  };
  const listen = (fields, tools, work) => {
    const later = soon(work);
    for (const field of fields) field.addEventListener("input", later);
    tools.addEventListener("submit", (event) => event.preventDefault());
    // The fields are empty only after the event.
    tools.addEventListener("reset", later);
    work();
  };

  const findings = [...document.querySelectorAll("details.finding")].map((element) => ({
    element,
    text: `${element.querySelector("summary").textContent} ${element.dataset.rule}`.toLowerCase(),
    severity: element.dataset.severity,
  }));
  const applyFindings = () => {
    const words = byId("find").value.toLowerCase().split(/\s+/u);
    const severity = byId("severity").value;
    let found = 0;
    for (const { element, text, severity: own } of findings) {
      const fit = (severity === "" || own === severity) && words.every((word) => text.includes(word));
      if (element.hidden === fit) element.hidden = !fit;
      if (fit) found++;
    }
    for (const rule of document.querySelectorAll("div.rule")) rule.hidden = rule.querySelector("details.finding:not([hidden])") === null;
    byId("found").value = found === findings.length ? `${found} findings` : `${found} of ${findings.length} findings`;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-filter]");
    if (button === null) return;
    // A count inside a summary filters, and leaves the summary as it is.
    event.preventDefault();
    const { filter, value } = button.dataset;
    if (filter === "severity") {
      byId("findings-tools").reset();
      byId("severity").value = value;
      applyFindings();
      byId("findings").scrollIntoView();
      return;
    }
    if (form === null) return;
    form.reset();
    if (filter === "posture") posture.value = value;
    else {
      control.value = button.dataset.control;
      status.value = value;
    }
    apply();
    byId("endpoints").scrollIntoView();
  });

  const openTarget = () => {
    const target = location.hash === "" ? null : byId(decodeURIComponent(location.hash.slice(1)));
    if (target === null || target.localName !== "details") return;
    if (target.hidden) byId("findings-tools").reset();
    target.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", openTarget);
  openTarget();

  if (findings.length > 0) listen([byId("find"), byId("severity")], byId("findings-tools"), applyFindings);
  if (form === null) return;
  listen([search, posture, control, status], form, apply);
  byId("open").addEventListener("click", () => {
    const shown = rows.filter(({ element }) => !element.hidden);
    const open = shown.some(({ element }) => !element.open);
    for (const { element } of shown) element.open = open;
    byId("open").textContent = open ? "Close all" : "Open all";
  });
})();
