// Loaded before a server (`node --import`): its wall clock is wrong by as many milliseconds as a file says, which a
// test changes while it runs. Timers go on as they do when a real clock is set.
import { readFileSync } from 'node:fs';

const file = process.env.CLOCK_STEP_FILE;
const realNow = Date.now;
const readStep = () => Number(readFileSync(file, 'utf8'));

let step = readStep();
setInterval(() => {
  step = readStep();
}, 20).unref();
Date.now = () => realNow() + step;
