// Preloaded (`node --import`) into every process of `npm start`: nobody outlives a killed supervisor.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 500).unref();
