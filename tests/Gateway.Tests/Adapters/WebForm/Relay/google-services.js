// Runs deploy/relay/google-forms.gs in node with stand-ins for Google's services, against a real gateway door.
// Input on stdin: {script, properties, responses, rounds: [{url?, sendsDuring?}]}; output: {properties, errors, slept, calls}.
'use strict';
const { spawnSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const vm = require('node:vm');

const input = JSON.parse(fs.readFileSync(0, 'utf8'));
const store = { ...input.properties };
const seen = { errors: [], slept: 0, calls: 0, triggers: [] };
const signed = bytes => [...bytes].map(b => (b > 127 ? b - 256 : b)); // Google's bytes have a sign.
const plain = bytes => Buffer.from(bytes.map(b => b & 255));
const properties = {
  getProperty: key => (key in store ? store[key] : null),
  setProperty: (key, value) => { store[key] = String(value); },
  deleteProperty: key => { delete store[key]; },
  getProperties: () => ({ ...store }),
};
const responses = () => input.responses.map(given => ({
  getId: () => given.id,
  getTimestamp: () => new Date(given.at),
  getRespondentEmail: () => given.email ?? '',
  getItemResponses: () => given.answers.map(answer => ({
    getItem: () => ({ getTitle: () => answer.title, getType: () => answer.type ?? 'TEXT' }),
    getResponse: () => answer.value,
  })),
}));
const fetchOnce = `const i=JSON.parse(require('fs').readFileSync(0,'utf8'));fetch(i.url,i.init).then(async r=>console.log(JSON.stringify({s:r.status,t:await r.text()})),e=>{console.error(String(e.cause||e));process.exit(7)})`;
const trigger = name => {
  const chain = { create: () => { seen.triggers.push(name); } };
  return new Proxy(chain, { get: (target, key) => target[key] ?? (() => trigger(name)) });
};
const google = {
  JSON, Math, Object, String, Date, Error,
  PropertiesService: { getScriptProperties: () => properties },
  LockService: { getScriptLock: () => ({ tryLock: () => true, releaseLock: () => {} }) },
  ScriptApp: { getProjectTriggers: () => [], deleteTrigger: () => {}, newTrigger: trigger },
  FormApp: { getActiveForm: () => ({ getResponses: since => responses().filter(r => r.getTimestamp() >= since) }) },
  Utilities: {
    sleep: ms => { seen.slept += ms; },
    newBlob: text => ({ getBytes: () => signed(Buffer.from(text, 'utf8')) }),
    base64Decode: text => signed(Buffer.from(text, 'base64')),
    base64Encode: bytes => plain(bytes).toString('base64'),
    computeHmacSha256Signature: (value, key) => signed(crypto.createHmac('sha256', plain(key)).update(plain(value)).digest()),
  },
  UrlFetchApp: {
    fetch: (url, options) => {
      seen.calls++;
      const init = { method: options.method, body: options.payload, headers: { ...options.headers, 'content-type': options.contentType } };
      const run = spawnSync(process.execPath, ['-e', fetchOnce], { input: JSON.stringify({ url, init }), encoding: 'utf8' });
      if (run.status !== 0) throw new Error(run.stderr.trim());
      const answer = JSON.parse(run.stdout);
      return { getResponseCode: () => answer.s, getContentText: () => answer.t };
    },
  },
};
vm.createContext(google);
vm.runInContext(fs.readFileSync(input.script, 'utf8'), google);
for (const round of input.rounds) {
  Object.assign(store, round.properties ?? {});
  try { google[round.run](); } catch (fault) { seen.errors.push(fault.message); }
}
console.log(JSON.stringify({ ...seen, properties: store }));
