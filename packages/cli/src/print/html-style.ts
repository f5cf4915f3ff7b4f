/**
 * The style of the page: light and dark by the reader's setting, two columns where there is room, one on a phone and
 * on paper. Marks are told apart by their words; colors only help.
 */
export const HTML_STYLE = `
:root{color-scheme:light dark;--page:#fbfaf8;--card:#fff;--ink:#1c1b1a;--soft:#5d5953;--line:#dcd7cf;--link:#1f5a96;
--lit:#ffe69a;--p1:#fdf3d0;--p2:#f8e3a1;--p3:#f1d073;
--happened:#1d6b3a;--claimed:#8a5a00;--ongoing:#0b6a77;--planned:#2b56a8;--wish:#7a3a9a;--denied:#a82727;--faint:#5d5953}
@media(prefers-color-scheme:dark){:root{--page:#171615;--card:#211f1d;--ink:#ebe7e0;--soft:#aaa49a;--line:#3b3733;--link:#8fbcf0;
--lit:#6b5410;--p1:#37301a;--p2:#473c18;--p3:#574813;
--happened:#7fd09b;--claimed:#e8b85a;--ongoing:#6fcbd8;--planned:#9dbdf5;--wish:#d3a3ea;--denied:#f39a9a;--faint:#aaa49a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}
.wrap{max-width:82rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.55rem;line-height:1.25;margin:0 0 .25rem;text-wrap:balance}
h2{font-size:1.05rem;margin:2rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:1.1rem 0 .4rem}
p{margin:.35rem 0}
.soft{color:var(--soft)}
.small{font-size:.875rem}
nav{margin:.6rem 0 0;font-size:.875rem;display:flex;flex-wrap:wrap;gap:.2rem .9rem}
.lead{list-style:none;margin:0;padding:0}
.lead li{padding:.45rem 0;border-bottom:1px solid var(--line)}
.lead li:last-child{border-bottom:0}
.grid{display:block}
@media(min-width:62rem){.grid{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.05fr);gap:2.5rem;align-items:start}
.text{position:sticky;top:0;max-height:100vh;overflow:auto;padding-right:.75rem}}
.text p{font:1.06rem/1.65 Georgia,"Iowan Old Style","Times New Roman",serif;margin:0 0 .9rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.6rem .75rem;margin:.5rem 0;scroll-margin-top:1rem}
.card:target{outline:3px solid var(--lit)}
.card p:first-child{margin-top:0}.card p:last-child{margin-bottom:0}
.mark{font-size:.75rem;font-weight:700;letter-spacing:.02em;border:1px solid currentColor;border-radius:.25rem;padding:.02rem .35rem;margin-right:.35rem;white-space:nowrap;color:var(--faint)}
.mark.happened{color:var(--happened)}.mark.claimed,.mark.questioned{color:var(--claimed)}.mark.ongoing{color:var(--ongoing)}
.mark.planned{color:var(--planned)}.mark.requested,.mark.offered{color:var(--wish)}.mark.denied,.mark.threatened{color:var(--denied)}
.n{font-variant-numeric:tabular-nums;font-weight:700;text-decoration:none;margin-right:.3rem}
.told{font-size:.9rem;color:var(--soft);margin:.3rem 0 0;padding-left:.75rem;border-left:3px solid var(--line)}
.told q,.told .words{color:var(--ink)}
q{quotes:none}q:before,q:after{content:none}
.p1{background:var(--p1)}.p2{background:var(--p2)}.p3{background:var(--p3)}
.said{text-decoration:underline dotted var(--soft);text-underline-offset:.22em}
.text sup{font:700 .68rem/1 system-ui,sans-serif;margin-left:.1rem}.text sup a{text-decoration:none;padding:0 .1rem}
.text span[id]{scroll-margin-top:4rem}
ul.plain{list-style:none;margin:0;padding:0}
dl{margin:0}dl.pairs{display:grid;grid-template-columns:minmax(7rem,max-content) minmax(0,1fr);gap:.2rem 1rem}
dt{font-weight:600}dd{margin:0 0 .1rem}
@media(max-width:30rem){dl.pairs{display:block}dd{margin-bottom:.5rem}.wrap{padding:1rem .85rem 2rem}h1{font-size:1.3rem}}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.75rem;font-size:.85rem;color:var(--soft)}
@media print{:root{--page:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#999;--p1:#f3f3f3;--p2:#e8e8e8;--p3:#ddd}
body{font-size:10.5pt}.grid{display:block}.text{position:static;max-height:none;overflow:visible}nav{display:none}.card{break-inside:avoid}a{color:inherit}h2,h3{break-after:avoid}}
`.trim()
