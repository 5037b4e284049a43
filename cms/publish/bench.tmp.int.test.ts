import { test } from 'vitest';
import { startScratchCms } from '/work/main/cms/publish/testing/start-scratch-cms.ts';
import { findChanges } from '/work/main/cms/publish/feed/find-changes.ts';
import { reconcilePublications } from '/work/main/cms/publish/reconcile-publications.ts';
import { startStubSite, pageWith } from '/work/main/cms/publish/testing/start-stub-site.ts';
import { findExpected } from '/work/main/cms/publish/receipt/expected-publication.ts';
import { findReceipts } from '/work/main/cms/publish/receipt/store-receipt.ts';
import { verifyPublication } from '/work/main/cms/publish/verify-publication.ts';
import { readCollection } from '/work/main/cms/publish/feed/read-source.ts';
import { aBody, paragraph, words } from '/work/main/cms/publish/testing/make-lexical.ts';
const N = 300;
const med = (a: number[]) => { const s=a.toSorted((x,y)=>x-y); return s[s.length>>1]!.toFixed(2); };
const acc: Record<string, {w:number[];c:number[]}> = {};
async function m<T>(name: string, f: () => Promise<T>): Promise<T> { const c=process.cpuUsage(), x=performance.now(); const r=await f(); const d=process.cpuUsage(c); (acc[name]??={w:[],c:[]}).w.push(performance.now()-x); acc[name]!.c.push((d.user+d.system)/1000); return r; }
test('prof', async () => {
  const cms = await startScratchCms(); const site = await startStubSite();
  const db = cms.payload.db;
  const body = aBody(...Array.from({length:30},()=>paragraph(words('Lorem ipsum dolor sit amet '.repeat(6)))));
  for (let i=0;i<N;i++) { const at=new Date(1.7e12+i*60000).toISOString();
    await db.create({collection:'articles', data:{title:`T${i}`,slug:`s${i}`,lead:'x',kind:'news',marking:'editorial',body,_status:'published',publishedAt:at,updatedAt:at,createdAt:at,published:{firstAt:at,lastAt:at,slug:`s${i}`,revision:`r${i}`}}}); }
  let cursor: string|null=null;
  for(let more=true;more;){ const a=await findChanges(cms.payload,{cursor,limit:200}); cursor=a.cursor; more=a.more; }
  const { docs } = await cms.payload.find({collection:'articles',limit:40,sort:'-publishedAt',depth:0});
  for (const d of docs) {
    await m('save', () => cms.payload.update({collection:'articles',id:d.id,data:{lead:'y'+Math.random(),_status:'published'}}));
    const a = await m('one', () => findChanges(cms.payload,{cursor,limit:200}));  cursor=a.cursor;
    await m('empty', () => findChanges(cms.payload,{cursor,limit:200}));
    await m('empty http', async () => (await cms.request('/publish/changes',{cursor})).json());
    const c=a.changes[0]; if(c?.type!=='article') continue;
    site.pages.set(`/saker/${c.document.slug}/`, pageWith(c.document.revision));
    const [e] = await m('findExpected', () => findExpected(cms.payload,[d.id]));
    await m('findReceipts', () => findReceipts(cms.payload,[d.id]));
    await m('load1', () => readCollection(cms.payload,{collection:'articles'}).load([d.id]));
    await m('rows categories', () => readCollection(cms.payload,{collection:'categories'}).rows({at:'2026-01-01T00:00:00.000Z',id:'x',seen:{}},201));
    await m('global', () => db.findGlobal({slug:'publication'}));
    await m('verify', () => verifyPublication(e!, {siteUrl: site.url}));
    await m('health http', async () => (await cms.request('/publish/nothing',{})).text());
    const at=new Date().toISOString();
    await m('rendered', async () => (await cms.request('/publish/rendered',{receipts:[{id:d.id,revision:c.document.revision,pulledAt:at,renderedAt:at,listsAt:at,feedsAt:at,searchAt:null}]})).json());
    await m('reconcile', () => reconcilePublications(cms.payload));
  }
  console.table(Object.fromEntries(Object.entries(acc).map(([k,v])=>[k,{wall:med(v.w),cpu:med(v.c)}])));
  await site.stop(); await cms.stop();
}, 600000);
