"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const overview = $("overview"), detail = $("detail"), title = document.title;

  // The table: search, filter, sort.
  const list = $("list");
  if (list) {
    const rows = all("tbody tr", list), body = list.tBodies[0];
    const said = new Map(rows.map((row) => [row, row.cells[1].textContent.toLowerCase()]));
    const search = $("search"), rule = $("rule"), show = $("show"), shown = $("shown");
    const fits = (row) => {
      const codes = row.dataset.rules.split(" ");
      const has = show.value === "pay" || show.value === "hours"
        ? row.dataset.flags.split(" ").includes(show.value)
        : !show.value || Number(row.dataset[show.value]) > 0;
      return has && said.get(row).includes(search.value.trim().toLowerCase())
        && (!rule.value || codes.some((code) => code.startsWith(rule.value)));
    };
    // Of a long table only so many rows are drawn, and more when its end comes near.
    const step = Number(list.dataset.step), more = $("more");
    let most = step;
    const filter = () => {
      let count = 0;
      for (const row of rows) {
        const fit = fits(row);
        count += fit ? 1 : 0;
        row.hidden = !fit || count > most;
      }
      more.hidden = count <= most;
      more.firstElementChild.textContent = more.dataset.all.replace("{count}", count);
      shown.textContent = (count === 1 ? shown.dataset.one : shown.dataset.more)
        .replace("{count}", count);
      $("none").hidden = count > 0;
    };
    const value = (row, key) => key === "title" ? said.get(row) : Number(row.dataset[key]);
    const sort = (button) => {
      const head = button.closest("th"), key = button.dataset.key;
      const least = key === "mark" || key === "title";
      const now = head.getAttribute("aria-sort");
      const up = now === "none" ? least : now === "descending";
      all("thead th", list).forEach((each) => each.setAttribute("aria-sort", "none"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      rows.sort((a, b) => {
        const [x, y] = [value(a, key), value(b, key)];
        const order = typeof x === "string" ? x.localeCompare(y) : x - y;
        return up ? order : -order;
      });
      body.append(...rows);
      filter();
    };
    for (const field of [search, rule, show]) field.addEventListener("input", filter);
    const draw = (rows) => {
      most = rows;
      filter();
    };
    new IntersectionObserver((seen) => {
      if (seen.some((each) => each.isIntersecting)) draw(most + step);
    }, { rootMargin: "1000px" }).observe(more);
    addEventListener("beforeprint", () => draw(Infinity));
    const choose = (field, chosen) => {
      field.value = chosen;
      filter();
      $("texts").scrollIntoView();
      field.focus({ preventScroll: true });
    };
    document.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.key) sort(button);
      else if (button.dataset.rule) choose(rule, button.dataset.rule);
      else if (button.dataset.show) choose(show, button.dataset.show);
      else if (button.parentElement === more) draw(Infinity);
      else if (button.id === "all") {
        search.value = rule.value = show.value = "";
        filter();
      }
    });
    filter();
  }

  // A vacancy: opened by the address, with the place that it names.
  const parts = () => /^#v(\d+)(?:([nt])(\d+))?$/.exec(location.hash);
  const light = (numbers, root = detail) => {
    all(".on", root).forEach((each) => each.classList.remove("on"));
    for (const number of numbers) {
      all(`.m[data-n~="${number}"], [id$="n${number}"].note`, root)
        .forEach((each) => each.classList.add("on"));
    }
  };
  const place = (found) => {
    const there = found && found[2] && $(location.hash.slice(1));
    if (!there) return false;
    light([found[3]]);
    there.focus({ preventScroll: true });
    there.scrollIntoView({ block: "center" });
    return true;
  };
  const open = () => {
    if (/^#r/.test(location.hash)) {
      const rule = $(location.hash.slice(1));
      if (rule) rule.focus({ preventScroll: true });
      return true;
    }
    const found = parts();
    if (!overview || !detail) return place(found);
    const kept = found && $(`d${found[1]}`);
    overview.hidden = Boolean(kept);
    detail.hidden = !kept;
    if (!kept) {
      document.title = title;
      detail.replaceChildren();
      return true;
    }
    const fresh = !$(`v${found[1]}`);
    if (fresh) detail.innerHTML = kept.textContent;
    const heading = detail.querySelector("h1");
    document.title = `${heading.textContent} – ${title}`;
    if (!place(found) && fresh) {
      scrollTo(0, 0);
      heading.focus({ preventScroll: true });
    }
    return true;
  };
  if (detail) {
    const near = (event) => {
      const mark = event.target.closest(".m"), note = event.target.closest(".note");
      if (mark) light(mark.dataset.n.split(" "));
      else if (note) light([/n(\d+)$/.exec(note.id)[1]]);
    };
    detail.addEventListener("mouseover", near);
    detail.addEventListener("focusin", near);
    detail.addEventListener("change", (event) => {
      const name = event.target.dataset.switch;
      if (name) detail.classList.toggle(name, event.target.checked);
    });
  }
  addEventListener("hashchange", open);
  open();
})();
