/**
 * The site's only script: opens a figure's derivation in place, between the paragraphs. Without it, or from a disk, the
 * link leads to the figure's page. It reads the page that the link names and shows that page's article.
 */
export const pageScript = `"use strict";
(() => {
  if (!location.protocol.startsWith("http")) return;
  let open;
  let wanted;

  const shut = (focus) => {
    if (!open) return;
    const { link, panel } = open;
    open = undefined;
    panel.remove();
    link.removeAttribute("aria-controls");
    link.setAttribute("aria-expanded", "false");
    if (focus) link.focus({ preventScroll: true });
  };

  // After the block that holds the link; in the grid, after the link's row.
  const place = (link, panel) => {
    const cell = link.closest(".headlines li");
    if (!cell) return (link.closest("figure, p, ul, ol, h1, h2, h3") || link).after(panel);
    let last = cell;
    while (last.nextElementSibling && last.nextElementSibling.offsetTop === cell.offsetTop) last = last.nextElementSibling;
    last.after(panel);
  };

  const show = async (link) => {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error();
    const text = await response.text();
    if (wanted !== link) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    const article = document.importNode(page.querySelector("article.derivation"), true);
    for (const a of article.querySelectorAll("a[href]")) a.href = new URL(a.getAttribute("href"), link.href);
    const title = article.querySelector("h1");
    title.id = "panel-title";
    title.ariaLevel = 3;
    for (const h2 of article.querySelectorAll("h2")) h2.ariaLevel = 4;
    const panel = document.createElement(link.closest(".headlines li") ? "li" : "div");
    const box = panel.tagName === "LI" ? panel.appendChild(document.createElement("div")) : panel;
    panel.className = "panel";
    panel.id = "panel";
    box.setAttribute("role", "region");
    box.setAttribute("aria-labelledby", "panel-title");
    panel.tabIndex = -1;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "close";
    button.textContent = document.body.dataset.close;
    button.addEventListener("click", () => shut(true));
    box.append(button, article);
    shut(false);
    place(link, panel);
    open = { link, panel };
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-controls", "panel");
    panel.focus({ preventScroll: true });
    const low = panel.getBoundingClientRect().top - innerHeight / 2;
    if (low > 0) scrollBy(0, low);
  };

  for (const link of document.querySelectorAll("a.figure")) link.setAttribute("aria-expanded", "false");
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.figure");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (open && open.link === link) return shut(true);
    wanted = link;
    show(link).catch(() => location.assign(link.href));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) shut(true);
  });
})();
`;
