/** How the derivation of a figure looks, on its own page and opened between two paragraphs of a report; and the internal page of rows. */

export const figureStyle = `
nav.back{padding-block:1.5rem 0;font-size:.875rem;color:var(--soft)}
.derivation{padding-block:1.25rem 3.5rem;max-width:50rem}
.derivation h1{font-size:clamp(1.375rem,1.1rem + 1.2vw,1.8125rem);line-height:1.35;letter-spacing:-.008em;text-wrap:pretty}
.derivation .full{font-family:var(--sans);font-weight:600;font-size:.92em;letter-spacing:-.015em;white-space:nowrap}
.derivation .what::after{content:"\\2003"}
.derivation .printed{font-size:.875rem;color:var(--soft);margin-top:.35rem}
.derivation .printed b{color:var(--ink);font-weight:600}
.derivation section{margin-top:1.5rem;font-size:.875rem}
.derivation h2{font:600 .8125rem/1.6 var(--sans);color:var(--soft);margin-bottom:.25rem}
.derivation section ul,.derivation section ol{padding-left:1.3em}
.derivation section ul{list-style:none;padding-left:0}
.derivation section ul,.derivation .method{color:var(--soft)}
.derivation .method p,.derivation .method ol{max-width:44rem;margin-top:.35rem}
.derivation section b{font-weight:600;color:var(--ink)}
code{font:400 .9375em/1.5 ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace}
.steps tr.rows th,.steps tr.rows td{color:var(--soft);font-size:.8125rem}
.steps thead th{white-space:nowrap}
.steps td.soft{color:var(--soft)}
.steps a{text-decoration-color:var(--rule)}
.derivation .deeper-head{color:var(--soft);font-size:.8125rem;margin-top:.9rem}
.deeper{border-bottom:1px solid var(--rule)}
.deeper summary{font-size:.875rem;color:var(--ink);padding-block:.45rem;width:auto}
.deeper .scroll{padding:0 0 .9rem 1.1rem}
.deeper tbody tr:last-child th,.deeper tbody tr:last-child td{border-bottom:0}
.derivation .links{margin-top:1.25rem;padding-top:.6rem;border-top:1px solid var(--rule);font-size:.875rem}
main>.derivation .own{display:none}main>.derivation .links{border:0;padding:0}
.derivation .links a,.steps a.rows{color:var(--data)}

.panel{--surface:var(--panel);position:relative;background:var(--panel);border:1px solid var(--rule);border-top:3px solid var(--red);box-shadow:var(--shadow);padding:1.25rem 1.5rem .9rem;margin-block:1.25rem 1.5rem;font:400 1rem/1.6 var(--sans);list-style:none;max-width:none}
.panel:focus{outline:none}.panel:focus-visible{outline:2px solid var(--red);outline-offset:2px}
.panel .derivation{padding:0;max-width:none}
.panel h1{font-size:1.1875rem;padding-right:3.5rem}
.panel .close{position:absolute;top:.75rem;right:.9rem;font:400 .875rem/1.5 var(--sans);color:var(--soft);background:none;border:0;padding:.35rem .5rem;cursor:pointer}
.panel .close:hover{color:var(--red)}
.headlines .panel{grid-column:1/-1;grid-row:auto;display:block}.headlines .panel .derivation{max-width:50rem}
.internal{border-left:3px solid var(--ochre);padding-left:.9rem;margin-block:1.5rem 1rem;font-size:.875rem}
.rows-page h1{font-size:1.5rem;margin-bottom:.35rem}.rows-page .soft{font-size:.875rem;margin-bottom:.35rem}
.pages{display:flex;gap:2rem;padding-block:1rem 3rem;font-size:.875rem}
@media (prefers-reduced-motion:no-preference){.panel{animation:open .16s ease-out}@keyframes open{from{opacity:0;transform:translateY(-.4rem)}}}
@media (max-width:36rem){.steps thead th{white-space:normal}.panel{padding:1rem 1rem .75rem;margin-inline:-.5rem}.derivation .full{white-space:normal}}
`;
