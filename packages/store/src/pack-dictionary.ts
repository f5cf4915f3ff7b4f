/**
 * Text that short JSON values of the store begin to be compressed from, as if it had come before them (RFC 1951 by way of
 * zlib's `dictionary`): their keys and commonest values in the order in which they are written, what is commonest last.
 * Part of the file format: way 2 of pack.ts means this text. It is never changed; a better one gets a way of its own.
 */
export const PACK_DICTIONARY_1 = [
  '"doer is not known","no other side is named","because":"a document","minute","quarter","year","month","week","vague"',
  '"cancelled","hypothetical","threatened","offered","requested","ongoing","planned","questions","denies","mixed","quoted"',
  '"intermediary","beneficiary","addressee","counterpart","place-from","place-to","host","theme","patient","agent"',
  '"international-body","security-service","unofficial","leaders","ministry","special-envoy","unknown","informal","secret"',
  '"organization","outlet","place","state","group","person","anonymous","collective","document","named"',
  '{"name":"","kind":"organization","country":null,"sector":null,"roles":[{"title":"president","of":"a1","span":{"from":',
  ',"to":}}],"mentions":["m1","m2"]},{"id":"a1","name":"","kind":"state","country":"USA","sector":"GOV","roles":[],"mentions":["m',
  '{"id":"t1","span":{"from":1,"to":2},"earliest":"2026-01-01","latest":"2026-01-01","precision":"day"},{"id":"t',
  '{"kind":"sequence","from":"c1","words":null,"to":"c2","stance":"asserts","evidence":{"from":,"to":},"id":"l1","told":["s1"]}',
  ',{"kind":"restates","from":"c","words":null,"to":"c',
  '{"id":"s1","source":[{"from":1,"to":2}],"actor":"a1","cue":[{"from":1,"to":2}],"content":[{"from":1,"to":2}],',
  '"manner":"reported","standing":"named","sense":"voice","within":null,"chain":[{"name":"","actor":null,"by":null},',
  '{"name":"","actor":"a1","by":"said"}]},{"id":"s2","source":[],"actor":null,"cue":[{"from":,"to":}],"content":[],"sense":"attitude"',
  '{"id":"story:","type":"release","title":"","when":null,"status":"happened","actors":["actor:',
  '"],"because":{"score":1,"because":"one report"},"roots":{"low":1,"high":1}}',
  '{"report":{"ref":{"document":"doc:","claim":"c1"},"type":"meeting","status":"happened","stance":"asserts","trigger":"meet",',
  '"when":{"earliest":"2025-01-01","latest":"2025-01-01","precision":"day"},"published":{"earliest":"2025-01-01","latest":"2025-01-01",',
  '"precision":"day"},"place":{"name":"","country":"BLR"},"channel":{"kind":"special-envoy","setting":"unknown"},"participants":[',
  '{"role":"agent","actor":"actor:","name":"","head":"","kind":"person","country":null,"count":null,"includes":[]},',
  '{"role":"patient","actor":null,"name":"","head":"","kind":"group","country":null,"count":{"low":1,"high":1,"words":"","about":false},',
  '"includes":[]}],"told":[{"attribution":"s1","name":"","actor":null,"standing":"named","manner":"reported","through":[]}],"outlet":"',
  '","evidence":{"document":"doc:","span":{"from":1,"to":2},"quote":"","prefix":"","suffix":""},"confidence":{"score":0.98,',
  '"because":"\\"said\\" names it; its doer is known"},"restates":["c1"]},"keys":["',
  '{"id":"c1","event":{"type":"visit","status":"happened","trigger":{"from":1,"to":2},"participants":[{"role":"agent","span":{"from":1,',
  '"to":2},"head":{"from":1,"to":2},"actor":"a1","count":null,"claim":null,"includes":[]},{"role":"patient","span":{"from":,"to":},',
  '"head":{"from":,"to":},"actor":null,"count":null,"claim":"c1","includes":[]}],"when":null,"place":null,"channel":null,',
  '"plover":{"event":"CONSULT","mode":"visit"},"cameo":"042"},"stance":"asserts","told":["s1"],"evidence":{"document":"doc:",',
  '"span":{"from":1,"to":2},"quote":"","prefix":"","suffix":""},"confidence":{"score":0.8,"because":"\\"visit\\" names it; its doer is known',
  '; no other side is named"}},{"id":"c2","event":{"type":"',
  '{"id":"m1","from":0,"to":8,"form":"pronoun","head":0,"actor":null,"kind":null},{"id":"m2","from":1,"to":2,"form":"name","head":1,',
  '"actor":"a1","kind":"person"},{"id":"m3","from":1,"to":2,"form":"nominal","head":3,"actor":"a2","kind":"group"},{"id":"m',
].join('')
