import fs from 'node:fs';
import { parseString } from 'whatsapp-chat-parser';

// node whatsapp.mjs FILE PASSES: parses the export again and again; one line of JSON with the seconds of each pass and the peak memory.
const [file, passes] = [process.argv[2], Number(process.argv[3])];
const seconds = [];
let messages = 0;
for (let i = 0; i < passes; i++) {
  const start = process.hrtime.bigint();
  messages = parseString(fs.readFileSync(file, 'utf8'), { parseAttachments: true }).length;
  seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
}
const peak = Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]);
console.log(JSON.stringify({ messages, seconds, peakKiB: peak }));
