(() => {
  const $ = (id) => document.getElementById(id);
  const text = $("text"), detail = $("detail"), fix = $("fix"), said = $("said");
  const empty = detail.innerHTML;
  let asked = 0, timer = 0, running = null;

  const wishes = () => ({
    text: text.value, language: document.documentElement.lang, format: $("format").value,
    kind: $("kind").value, form: $("form").value, plain: $("plain").checked,
  });
  const post = async (address, more = {}, signal = undefined) => {
    const answer = await fetch(address, {
      method: "POST", signal, headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...wishes(), ...more }),
    });
    const data = await answer.json();
    if (!answer.ok) throw new Error(data.error);
    return data;
  };
  const told = (error) => {
    if (error.name === "AbortError") return;
    said.textContent = error instanceof TypeError ? detail.dataset.lost : error.message;
  };
  const offer = (count) => {
    fix.disabled = count === 0;
    fix.textContent = (count === 1 ? fix.dataset.one : fix.dataset.more).replace("{count}", count);
  };
  const check = async () => {
    const number = ++asked;
    running?.abort();
    if (!text.value.trim()) {
      detail.innerHTML = empty;
      said.textContent = "";
      offer(0);
      return;
    }
    running = new AbortController();
    said.textContent = detail.dataset.busy;
    try {
      const data = await post("check", {}, running.signal);
      if (number !== asked) return;  // the text is another by now
      const height = detail.scrollTop;
      detail.innerHTML = data.html;
      detail.scrollTop = height;
      said.textContent = data.errors.join(" ");
      offer(data.safe);
    } catch (error) {
      if (number === asked) told(error);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(check, 250);
  };
  const put = (value) => {  // so that the browser can undo it
    text.focus();
    text.select();
    if (!document.execCommand("insertText", false, value)) text.value = value;
    check();
  };
  const mend = async (finding) => {
    try {
      put((await post("fix", { finding })).text);
    } catch (error) {
      told(error);
    }
  };
  const read = async (file) => {
    const kind = /\.(?:html?|xhtml)$/i.test(file.name) ? "html"
      : /\.(?:md|markdown|mdx)$/i.test(file.name) ? "markdown" : "auto";
    $("format").value = kind;
    put(await file.text());
  };

  text.addEventListener("input", soon);
  for (const name of ["format", "kind", "form", "plain"]) $(name).addEventListener("input", check);
  fix.addEventListener("click", () => mend(null));
  detail.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-fix]");
    if (button) mend(Number(button.dataset.fix));
  });
  $("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      text.select();
      document.execCommand("copy");
    }
    said.textContent = $("copy").dataset.done;
  });
  $("file").addEventListener("change", (event) => {
    if (event.target.files[0]) read(event.target.files[0]);
  });
  text.addEventListener("dragover", (event) => {
    event.preventDefault();
    text.classList.add("over");
  });
  text.addEventListener("dragleave", () => text.classList.remove("over"));
  text.addEventListener("drop", (event) => {
    text.classList.remove("over");
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    read(file);
  });
  if (text.value) check();  // what the browser kept
})();
