// node ajv-verdicts.mjs SCHEMAS < jobs > verdicts
// A job is a line {"schema": uri, "file": path}; a verdict is a line "true" or "false", in the same order.
import fs from "node:fs";
import path from "node:path";
import Ajv from "ajv/dist/2020.js";

const ajv = new Ajv.default({ strict: false, unicodeRegExp: true, validateFormats: false });
for (const file of fs.readdirSync(process.argv[2], { recursive: true })) {
  if (file.endsWith(".schema.json") && !file.startsWith("meta" + path.sep)) {
    ajv.addSchema(JSON.parse(fs.readFileSync(path.join(process.argv[2], file), "utf8")));
  }
}
const compiled = new Map();
for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const job = JSON.parse(line);
  if (!compiled.has(job.schema)) {
    compiled.set(job.schema, ajv.compile({ $ref: job.schema }));
  }
  console.log(compiled.get(job.schema)(JSON.parse(fs.readFileSync(job.file, "utf8"))));
}
