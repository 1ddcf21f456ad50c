/** The style sheet of the public page: paper on screen, nothing loaded from elsewhere. */
export const pageStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#f4f5f7;color:#1d2129;font:1rem/1.9 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
.skip a{position:absolute;left:-99em;background:#fff;padding:.5em 1em}
.skip a:focus{left:1em;top:1em;z-index:1}
.about{max-width:60rem;margin:0 auto;padding:1rem 1.5rem 0;font-size:.875rem;color:#4a5160}
.about p{margin:.2em 0}
.about span,.about a{display:inline-block;margin-right:1.5em}
.about a{padding:.6rem 0;min-width:2.75rem}
.period ol{margin:.2em 0;padding-left:1.5em}
.period summary{cursor:pointer}
.about .light{display:inline;margin:0;font-weight:600}
.about .light::before{content:"";display:inline-block;width:.7em;height:.7em;margin-right:.35em;border-radius:50%;background:currentColor}
.kept{color:#1a6b34}
.late{color:#c0272d}
a{color:#0b57b7}
a:focus-visible,.wide:focus-visible{outline:3px solid #0b57b7;outline-offset:2px}
main{max-width:60rem;margin:1rem auto 3rem;padding:2.5rem 3.5rem 4rem;background:#fff;border-top:3px solid #c0272d}
h1{font-size:1.75rem;line-height:1.5;text-align:center;margin:.5em 0 1.2em}
h2{font-size:1.35rem;text-align:center;margin:2.2em 0 1em}
h3{font-size:1.15rem;margin:1.8em 0 .6em}
h4{font-size:1rem;margin:1.6em 0 .6em}
main>p{margin:.5em 0;text-indent:2em;text-align:justify}
.wide{overflow-x:auto;margin:1em 0 1.6em}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.6;font-variant-numeric:tabular-nums}
caption{font-weight:600;font-size:1rem;padding:.4em 0}
.wide{position:relative}
.unit{position:absolute;right:0;top:.5em;margin:0;font-size:.875rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{border:1px solid #8a919f;padding:.35em .55em;vertical-align:middle;text-align:left;overflow-wrap:break-word}
th{background:#eef2f8;font-weight:600;text-align:center;overflow-wrap:normal;min-width:4.2em}
td.right{text-align:right;white-space:nowrap}
td.center{text-align:center}
.data{display:inline-block;padding:.6rem 0;font-size:.875rem}
.data::after{content:"下载本表数据（CSV）"}
@media (max-width:40rem){.unit{position:static;text-align:right}main{padding:1.5rem 1rem 3rem}th,td{min-width:5em}}
@page{size:A4;margin:20mm 18mm}
@page across{size:A4 landscape;margin:18mm 16mm}
@media print{
body,main{background:#fff;font-size:11pt}
main{max-width:none;margin:0;padding:0;border:0}
.skip,.data,.downloads,.about p:has(a){display:none}
.about{max-width:none;padding:0;font-size:9pt}
a{color:inherit;text-decoration:none}
h1,h2,h3,h4,caption,.unit{break-after:avoid}
p{orphans:2;widows:2}
.wide{overflow:visible}
.across{page:across}
table{font-size:9.5pt;line-height:1.45}
.across table{font-size:8.5pt}
.sheet{break-inside:avoid}
thead{display:table-header-group}
tr{break-inside:avoid}
th{min-width:3.2em}
}
`
