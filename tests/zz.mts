import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from './browser.ts';
import { answered, firstHit, screens, sideways } from './site/layout.ts';
const types: Record<string,string> = {'.css':'text/css','.html':'text/html; charset=utf-8','.js':'text/javascript','.json':'application/json','.svg':'image/svg+xml'};
const root='/tmp/reader/site/';
const server=createServer((q,r)=>{ const p=decodeURIComponent(new URL(q.url??'/','http://x').pathname).slice(1).replace(/(^|\/)$/,'$1index.html'); const f=root+p; const ok=existsSync(f); r.writeHead(ok?200:404,{'content-type':types[path.extname(ok?p:'404.html')]??'application/octet-stream'}); r.end(readFileSync(ok?f:root+'404.html'));});
await new Promise<void>(d=>server.listen(8099,'localhost',d));
const address='http://localhost:8099/';
const browser=await openBrowser();
const page=await browser.newPage();
const pages: Record<string,string> = {home:'',mfa:'mfa-zh/2021-01-28/',wh:'whitehouse/2020-03-14/',exchange:'mfa-zh/2021-01-28/5/',whex:'whitehouse/2020-03-14/5/',topics:'topics/',topic:'topics/south-china-sea/',outlets:'outlets/',outlet:'outlets/afp/',speakers:'speakers/',years:'years/',year:'years/2023/',month:'years/2023/03/',calendar:'calendar/',source:'sources/mfa-zh/',srcwh:'sources/whitehouse/',sources:'sources/',changed:'changed/',data:'data/',found:'search/?q=南海',president:'search/?q=president',found1:'search/?q=南海 date:2023-03..2023-03',foundlines:'search/?q=南海&view=lines'};
const only=process.argv.slice(2);
for (const [k,p] of Object.entries(pages)) {
 if(only.length&&!only.includes(k)) continue;
 await page.setViewportSize({width:1280,height:900});
 const res=await page.goto(address+p);
 if (res?.status()!==200) {console.log(k,res?.status());}
 if (p.startsWith('search/')) { await answered(page); if(k!=='none') for (const s of screens){ await page.setViewportSize(s); console.log(k,s.width,await firstHit(page)); } }
 const over=await sideways(page); if(over.length) console.log(k,over.join('; '));
 for (const [w,h] of [[390,844],[1280,900],[1440,900]] as const) { await page.setViewportSize({width:w,height:h}); if(k.startsWith('found')||p.startsWith('search')) await page.waitForTimeout(300); await page.screenshot({path:`/tmp/reader/c-${k}-${w}.png`});
  const tall=await page.evaluate(`JSON.stringify({h:document.documentElement.scrollHeight, thin:[...document.querySelectorAll('main *')].filter(e=>{const r=e.getBoundingClientRect();return r.height>0&&r.width>0&&r.width<30&&r.height>60&&e.textContent.trim().length>3&&!e.closest('svg')}).slice(0,3).map(e=>e.outerHTML.slice(0,120)), big:[...document.querySelectorAll('svg')].filter(e=>e.getBoundingClientRect().height>160).length})`);
  console.log(k,w,tall);}
}
await browser.close(); server.close();
