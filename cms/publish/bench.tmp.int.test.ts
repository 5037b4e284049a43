import { test } from 'vitest';
import { startScratchCms } from '/work/main/cms/publish/testing/start-scratch-cms.ts';
import { findChanges } from '/work/main/cms/publish/find-changes.ts';
import { reconcilePublications } from '/work/main/cms/publish/reconcile-publications.ts';
import { startStubSite, pageWith } from '/work/main/cms/publish/testing/start-stub-site.ts';
import { aBody, paragraph, words } from '/work/main/cms/publish/testing/make-lexical.ts';
const N = Number(process.env['N'] ?? 10000);
const med = (a: number[]) => { const s=a.toSorted((x,y)=>x-y); return `p50 ${s[s.length>>1]!.toFixed(1)} p95 ${s[Math.floor(s.length*.95)]!.toFixed(1)}`; };
test('bench', async () => {
  const cms = await startScratchCms(); const site = await startStubSite();
  const db = cms.payload.db;
  const body = aBody(...Array.from({length:30},()=>paragraph(words('Lorem ipsum dolor sit amet '.repeat(6)))));
  let t=performance.now();
  for (let i=0;i<N;i++) { const at=new Date(1.7e12+i*60000).toISOString();
    await db.create({collection:'articles', returning:false as never, data:{title:`T${i}`,slug:`s${i}`,lead:'x',kind:'news',marking:'editorial',body,_status:'published',publishedAt:at,updatedAt:at,createdAt:at,published:{firstAt:at,lastAt:at,slug:`s${i}`,revision:`r${i}`}}}); }
  console.log('seed', (performance.now()-t).toFixed(0));
  t=performance.now(); let cursor: string|null=null, n=0;
  for(let more=true;more;){ const a=await findChanges(cms.payload,{cursor,limit:200}); cursor=a.cursor; more=a.more; n+=a.changes.length; }
  console.log('full pull', n, (performance.now()-t).toFixed(0));
  t=performance.now(); for (let i=0;i<12;i++){ const x=performance.now(); await reconcilePublications(cms.payload, new Date(Date.now()+i)); if(i<2||i>10) console.log('reconcile',(performance.now()-x).toFixed(1)); }
  const empty:number[]=[], one:number[]=[], save:number[]=[], rend:number[]=[], rec:number[]=[], http: number[]=[];
  for(let i=0;i<40;i++){ const x=performance.now(); await findChanges(cms.payload,{cursor,limit:200}); empty.push(performance.now()-x); }
  const { docs } = await cms.payload.find({collection:'articles',limit:40,sort:'-publishedAt',depth:0});
  for (const d of docs) {
    let x=performance.now();
    await cms.payload.update({collection:'articles',id:d.id,data:{lead:'y'+x,_status:'published'}}); save.push(performance.now()-x);
    x=performance.now(); const a=await findChanges(cms.payload,{cursor,limit:200}); one.push(performance.now()-x); cursor=a.cursor;
    if (a.changes.length!==1) console.log('??',a.changes.length);
    const c=a.changes[0]; if(c?.type!=='article') continue;
    x=performance.now(); const r=await cms.request('/publish/changes',{cursor}); await r.json(); http.push(performance.now()-x);
    site.pages.set(`/saker/${c.document.slug}/`, pageWith(c.document.revision));
    const at=new Date().toISOString();
    x=performance.now(); await (await cms.request('/publish/rendered',{receipts:[{id:c.document.id,revision:c.document.revision,pulledAt:at,renderedAt:at,listsAt:at,feedsAt:at,searchAt:null}]})).json(); rend.push(performance.now()-x);
    x=performance.now(); await reconcilePublications(cms.payload); rec.push(performance.now()-x);
  }
  console.log({empty:med(empty),save:med(save),one:med(one),httpEmpty:med(http),rendered:med(rend),reconcile:med(rec), cursorLen: cursor!.length});
  await site.stop(); await cms.stop();
}, 600000);
