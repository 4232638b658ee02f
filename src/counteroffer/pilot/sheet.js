/* Fields for who sits, and a button that saves what was typed as the answers file. Nothing leaves the page but that file. */
{
  const parse = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2]).replaceAll('""', '"'));
  const quote = (text) => `"${text.replaceAll('"', '""')}"`;
  const decode = document.createElement("textarea");
  decode.innerHTML = document.getElementById("blank").textContent;
  const [head, ...rows] = decode.value.trim().split("\n").map(parse);
  const about = document.getElementById("about");
  let saved = true;
  for (const [name, how, given] of rows) {
    if (given || /^\d+$/.test(name)) continue;
    const line = document.createElement("p");
    const label = document.createElement("label");
    const field = document.createElement("input");
    field.id = `about-${name}`;
    field.dataset.row = name;
    label.htmlFor = field.id;
    label.textContent = `${name}: ${how}`;
    line.append(label, document.createElement("br"), field);
    about.append(line);
  }
  const save = document.getElementById("save");
  save.hidden = false;
  save.addEventListener("click", () => {
    const filled = rows.map(([name, how, given]) => [name, how, given || document.querySelector(`[data-row="${name}"]`).value]);
    const text = [head, ...filled].map((row) => row.map(quote).join(",")).join("\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/csv" }));
    link.download = `answers-${document.getElementById("about-sitter").value.trim().replace(/\W+/g, "-") || "blank"}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
    saved = true;
  });
  document.addEventListener("input", () => {
    saved = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!saved) event.preventDefault();
  });
}
