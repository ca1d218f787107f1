import fs from 'node:fs';
import { simpleParser } from 'mailparser';

// node mailparser.mjs FILE PASSES: one mail a line in base64; one line of JSON with the seconds of each pass.
const mails = fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((line) => Buffer.from(line, 'base64'));
const seconds = [];
let refused = 0;
for (let i = 0; i < Number(process.argv[3]); i++) {
  const start = process.hrtime.bigint();
  refused = 0;
  for (const mail of mails) {
    try {
      await simpleParser(mail);
    } catch {
      refused++;
    }
  }
  seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
}
console.log(JSON.stringify({ mails: mails.length, refused, seconds }));
