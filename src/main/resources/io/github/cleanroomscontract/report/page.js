"use strict";
(() => {
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  if (!form) {
    return;
  }
  const findings = Array.from(document.querySelectorAll(".finding"), (element) => ({
    element,
    data: element.dataset,
    text: element.textContent.toLowerCase(),
  }));
  const fields = Array.from(form.elements).filter((field) => field.name);
  const number = new Intl.NumberFormat("en");

  function matches(finding) {
    return fields.every((field) => {
      const wanted = field.value;
      if (field.name === "text") {
        return wanted
          .toLowerCase()
          .split(/\s+/)
          .every((word) => finding.text.includes(word));
      }
      return !wanted || finding.data[field.name] === wanted;
    });
  }

  function apply() {
    let shown = 0;
    for (const finding of findings) {
      const match = matches(finding);
      finding.element.hidden = !match;
      shown += match ? 1 : 0;
    }
    count.textContent = `${number.format(shown)} of ${number.format(findings.length)} shown`;
    none.hidden = shown > 0;
  }

  // What is filtered for stands in the address, so that it can be passed on.
  function remember() {
    const set = fields.filter((field) => field.value).map((field) => [field.name, field.value]);
    const hash = new URLSearchParams(set).toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) {
      return false;
    }
    const set = new URLSearchParams(hash);
    for (const field of fields) {
      field.value = set.get(field.name) ?? "";
      if (field.value !== (set.get(field.name) ?? "")) {
        field.value = "";
      }
    }
    return true;
  }

  form.addEventListener("input", () => {
    apply();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    // The fields are empty only after this.
    setTimeout(() => {
      apply();
      remember();
    });
  });
  addEventListener("hashchange", () => {
    if (recall()) {
      apply();
      document.getElementById("findings").focus();
    }
  });
  addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      form.elements.text.focus();
    }
  });
  form.hidden = false;
  recall();
  apply();
})();
