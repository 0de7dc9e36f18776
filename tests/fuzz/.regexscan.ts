import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { repeatedPieces } from '/work/main/tests/fuzz/nasty-values.ts';
const files = ['bot','knowledge','adapters'].flatMap(f=>readdirSync(join('/work/main',f),{recursive:true,encoding:'utf8'}).map(x=>join('/work/main',f,x))).filter(f=>/\.tsx?$/.test(f)&&!/\.d\.ts$/.test(f)&&!f.includes('/dist/'));
const found = new Map<string,{re:RegExp,file:string}>();
function walk(n:any,file:string){ if(!n||typeof n!=='object')return; if(Array.isArray(n)){for(const x of n)walk(x,file);return;} if(n.type==='Literal'&&n.regex){const k=`/${n.regex.pattern}/${n.regex.flags}`; if(!found.has(k)) found.set(k,{re:new RegExp(n.regex.pattern,n.regex.flags.replace('y','')),file});} for(const v of Object.values(n)) if(v&&typeof v==='object') walk(v,file);}
for(const f of files){ try{ walk(parseAst(readFileSync(f,'utf8'),{lang:f.endsWith('x')?'tsx':'ts'} as any),f);}catch(e){console.log('cannot parse',f,String(e).slice(0,100));} }
console.log(found.size,'patterns');
const bad:any[]=[];
for(const [k,{re,file}] of found){
  const letters=[...new Set(re.source.replace(/\\[pP]\{[^}]*\}|\\u[0-9A-Fa-f]{4}|\\./g,'').match(/[^\\()[\]{}|?*+^$.]/g)??[])].slice(0,6);
  const own=[...new Set([...letters,...(re.source.match(/[a-zåäö]{3,}/g)??[]).slice(0,6).flatMap(w=>[w,w+' '])])];
  let worst=0,wp='';
  for(const p of [...repeatedPieces,...own]) for (const tail of ['\u0001!']){
    const time=(n:number)=>{const t=p.repeat(Math.ceil(n/p.length))+tail; const s=process.cpuUsage(); if(re.global) t.replace(re,''); else re.test(t); re.lastIndex=0; const d=process.cpuUsage(s); return (d.user+d.system)/1000;};
    const a=time(1500); if(a>500){console.log('STOP',a,JSON.stringify(p),k.slice(0,100));break;} if(a>worst){worst=a;wp=p+'…'+tail;}
  }
  if(worst>4) console.log(worst.toFixed(0)+' ms',JSON.stringify(wp),file.replace('/work/main/',''),k.slice(0,120)); if(false) bad.push({k:k.slice(0,150),file:file.replace('/work/main/',''),worst,wp});
}
bad.sort((a,b)=>b.worst-a.worst);
for(const b of bad) console.log(b.worst.toFixed(0)+' ms', JSON.stringify(b.wp), b.file, b.k);
