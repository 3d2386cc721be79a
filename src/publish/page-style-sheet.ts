/** How pages look: a newspaper of record. Pigments of Đông Hồ prints; rules and white space make the structure. */

export const pageStyle = `
:root{color-scheme:light dark;--paper:#fbf9f4;--surface:var(--paper);--ink:#201d1a;--soft:#6a6258;--rule:#ddd6c9;--red:#a8352a;--data:#2d4d5c;--ochre:#b9862a;--panel:#fff;--mark:#f7e6d2;--shadow:0 10px 30px rgb(32 29 26/.1);
--serif:"Source Serif 4","Nhip Serif",Georgia,"Times New Roman",serif;--sans:"Be Vietnam Pro","Nhip Sans",system-ui,"Segoe UI",Roboto,Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#1a1815;--ink:#ece6db;--soft:#aaa194;--rule:#3d372f;--red:#e58270;--data:#8db2c4;--ochre:#d7a548;--panel:#23201b;--mark:#4a3524;--shadow:0 10px 30px rgb(0 0 0/.45)}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1.5rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.6 var(--sans);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
h1,h2,h3,p,ul,ol,figure,figcaption,table{margin:0;padding:0}
a{color:inherit;text-decoration-thickness:1px;text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,button:focus-visible,.scroll:focus-visible{outline:2px solid var(--red);outline-offset:3px}
main:focus{outline:none}
.bar,main{max-width:66rem;margin-inline:auto;padding-inline:1.25rem;box-sizing:content-box}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-6rem;background:var(--ink);color:var(--paper);padding:.5rem 1rem;z-index:2}
.skip:focus{top:.5rem}
.soft{color:var(--soft);font-weight:400}

.masthead{border-bottom:1px solid var(--rule);font-size:.875rem}
.masthead .bar{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.75rem;padding-block:.8rem .75rem}
.masthead .name{font:600 1.1875rem/1.45 var(--serif);text-decoration:none}
.masthead .subtitle,.masthead nav a{color:var(--soft)}
.masthead nav{display:flex;gap:1.5rem;margin-left:auto}
.masthead nav a{text-decoration:none}
.masthead a:hover{color:var(--red)}
.notice{font-size:.8125rem;line-height:1.55;color:var(--soft);padding-block:.6rem;text-wrap:pretty}
.notice::before{content:"";display:inline-block;width:1.5rem;border-top:2px dashed var(--ochre);margin-right:.6rem;vertical-align:.3em}

.opening{padding-block:2.25rem 2.4rem;max-width:53rem}
h1{font:600 clamp(1.8rem,1.2rem + 2.3vw,2.625rem)/1.24 var(--serif);letter-spacing:-.012em;text-wrap:balance}
.lede{font:400 clamp(1.125rem,1.02rem + .5vw,1.3125rem)/1.5 var(--serif);margin-top:.9rem;max-width:44rem;text-wrap:pretty}
a.figure{text-decoration:none;background:linear-gradient(var(--red),var(--red)) 0 100%/100% 1px no-repeat;padding-bottom:.06em}
.nobreak{white-space:nowrap}
a.figure:hover,a.figure[aria-expanded=true]{background-color:var(--mark);background-size:100% 2px}
h1 a.figure{background-size:100% 2px}

.headlines{border-top:2px solid var(--ink)}
.headlines ul{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));column-gap:1.75rem;list-style:none}
.headlines li{border-bottom:1px solid var(--rule);padding-block:.9rem 1rem;display:grid;grid-row:span 4;grid-template-rows:subgrid;row-gap:0;min-width:0}
.headlines .label{font-size:.875rem;line-height:1.45;padding-bottom:.35rem;text-wrap:balance}
.headlines .value{line-height:1.35;white-space:nowrap}
.headlines .value a.figure{display:inline-block;position:relative;background:none}
.headlines .value a.figure:hover .number,.headlines .value a[aria-expanded=true] .number{color:var(--red)}
.headlines .number{font-size:1.8125rem;font-weight:600;letter-spacing:-.02em}
.headlines .unit,.headlines .prefix{font-size:.8125rem;letter-spacing:-.005em;color:var(--soft)}
.headlines .remark{font-size:.875rem;line-height:1.5;color:var(--soft);text-wrap:balance}
.headlines .remark b,.headlines .remark .figure{font-weight:600;color:var(--data)}
.headlines .remark.down b,.headlines .remark.down .figure{color:var(--red)}
.headlines .remark.level b,.headlines .remark.level .figure{color:var(--ink)}
.spark{display:block;width:100%;height:auto;align-self:end;margin-top:.5rem;overflow:visible}
.spark polyline{fill:none;stroke:var(--data);stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round}
.spark circle{fill:var(--red)}

.spread{display:grid;grid-template-columns:minmax(0,44rem) minmax(0,18.5rem);justify-content:space-between;gap:2rem 3rem;padding-block:2.75rem 3.5rem}
.report>p,.report>ul,.report>ol{font:400 1.1875rem/1.62 var(--serif);max-width:37em;hanging-punctuation:first;text-wrap:pretty}
.report>*+*{margin-top:1rem}
.report>ul,.report>ol{padding-left:1.4em}
.report h2{font:600 1.5625rem/1.32 var(--serif);letter-spacing:-.008em;max-width:40rem;text-wrap:balance;break-after:avoid}
.report h2+*,.report h3+*{margin-top:.6rem}
.report *+h2{margin-top:3.25rem}
.report h3{font:600 1.1875rem/1.4 var(--serif)}
.report *+h3{margin-top:1.75rem}
.kicker{display:block;font:600 .8125rem/1.6 var(--sans);letter-spacing:.05em;text-transform:uppercase;color:var(--red);margin-bottom:.15rem}
figure.table,figure.chart{margin-top:1.75rem}
figcaption{margin-bottom:.75rem}
figcaption .title{font-weight:600;font-size:1rem;line-height:1.5;text-wrap:balance}
figcaption .unit,.source{font-size:.8125rem;line-height:1.55;color:var(--soft)}
.source{margin-top:.6rem}

.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.5}
th,td{padding:.34rem 0 .34rem 1.1rem;text-align:right;vertical-align:baseline;font-weight:400}
td{white-space:nowrap}
th.stub,td.start{text-align:left}
th.stub:first-child,td:first-child{padding-left:0}
thead th{color:var(--soft);font-size:.8125rem;vertical-align:bottom}
thead tr:last-child th,thead tr:last-child td{border-bottom:1px solid var(--ink)}
thead th[colspan]{text-align:center;background:linear-gradient(var(--rule),var(--rule)) no-repeat 1.1rem 100%/calc(100% - 1.1rem) 1px}
thead th:not(.stub){min-width:4.6rem}
thead tr:first-child:not(:last-child) th{white-space:nowrap}
tbody th,tbody td{border-bottom:1px solid var(--rule)}
tbody th.stub{min-width:9rem}
tr.strong th,tr.strong td{font-weight:600}
th.depth-1{padding-left:1.1rem!important}th.depth-2{padding-left:2.2rem!important}th.depth-3{padding-left:3.3rem!important}th.depth-4{padding-left:4.4rem!important}th.depth-5{padding-left:5.5rem!important}
figure.table th.depth-1{padding-left:.9rem!important}
td a.figure{background-size:100% 0}
td a.figure:hover,td a.figure:focus-visible,td a.figure[aria-expanded=true]{background-size:100% 1px}

.drawing svg{display:block;width:100%;height:auto;font:400 13px/1 var(--sans);font-variant-numeric:tabular-nums}
.drawing text{white-space:pre}
.drawing .narrow{display:none;max-width:25rem}
details summary{cursor:pointer;font-size:.8125rem;color:var(--soft);padding-block:.3rem;width:fit-content}
details summary:hover{color:var(--red)}
details.numbers table{max-width:34rem;margin-top:.25rem}
details.numbers th{white-space:normal}

.edition{font-size:.875rem;line-height:1.6;color:var(--soft)}
.edition section{border-top:2px solid var(--ink);padding-block:.7rem 1.5rem}
.edition h2{font:600 .875rem/1.6 var(--sans);color:var(--ink);margin-bottom:.3rem}
.edition b{color:var(--ink);font-weight:600}
.edition p+p{margin-top:.5rem}
.edition ul,.edition ol,.plain ul{list-style:none}
.edition li{padding-block:.12rem}
.edition a{text-decoration-color:var(--rule)}
.edition section:first-child a{text-decoration:none}
.edition a:hover,.foot a:hover{color:var(--red)}
.plain{padding-block:0 3rem}
.message{padding-block:2.5rem 1rem;max-width:40rem}
.message h2{font:600 1.5625rem/1.32 var(--serif)}
.message p{margin-top:.75rem}
.foot{border-top:1px solid var(--rule);font-size:.8125rem;color:var(--soft)}
.foot .bar{display:flex;flex-wrap:wrap;gap:.35rem 3rem;justify-content:space-between;padding-block:1.1rem 2rem}
.foot p{max-width:44rem}

@media (min-width:66.01rem) and (min-height:44rem){.edition{align-self:start;position:sticky;top:1.5rem}}
@media (max-width:66rem){.headlines ul{column-gap:1.25rem}.spread{grid-template-columns:minmax(0,1fr)}.edition{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:0 2rem;max-width:44rem}.report{max-width:44rem}}
@media (max-width:56rem){.headlines ul{grid-template-columns:repeat(3,minmax(0,1fr))}}
@media (max-width:36rem){
.headlines ul{grid-template-columns:repeat(2,minmax(0,1fr))}.headlines .number{font-size:1.5rem}.headlines .value{white-space:normal}
.opening{padding-block:1.5rem 1.75rem}.spread{padding-block:2rem}.report>p,.report>ul,.report>ol{font-size:1.125rem}.report h2{font-size:1.375rem}.report *+h2{margin-top:2.5rem}
.masthead nav{margin-left:0}.drawing .wide{display:none}.drawing .narrow{display:block}
th,td{padding-left:.8rem}thead th:not(.stub){min-width:3.7rem}
th.stub{position:sticky;left:0;z-index:1;background:var(--surface);min-width:9.5rem}
th.depth-1{padding-left:.6rem!important}th.depth-2{padding-left:1.2rem!important}th.depth-3{padding-left:1.8rem!important}th.depth-4{padding-left:2.4rem!important}th.depth-5{padding-left:3rem!important}}
@media print{
@page{margin:18mm 16mm}
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb;--red:#a8352a;--data:#2d4d5c;--ochre:#b9862a;--panel:#fff}
.headlines ul{grid-template-columns:repeat(5,minmax(0,1fr));column-gap:.9rem}.headlines .number{font-size:15pt}.headlines .value{white-space:normal}
body{font-size:10pt}.skip,.masthead nav,.foot,.panel,details.numbers,nav.back,.links{display:none!important}
a.figure{background:none}.spread{display:block}.report>p,.report>ul,.report>ol{font-size:11pt;max-width:none}
figure,tr,.headlines li{break-inside:avoid}.scroll{overflow:visible}.bar,main{max-width:none;padding-inline:0}
.edition section:first-child{display:none}}
`;
