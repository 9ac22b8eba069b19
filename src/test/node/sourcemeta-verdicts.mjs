// node sourcemeta-verdicts.mjs < commands > verdicts
// A command is a line with a JSON list of arguments; what it prints is passed on. One process for all of them, since node
// takes longer to start than most commands to run.
import fs from "node:fs";
import { spawn } from "@sourcemeta/jsonschema";

for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { stdout, stderr } = await spawn(JSON.parse(line));
  process.stdout.write(stdout + stderr);
}
