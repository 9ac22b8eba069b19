/**
 * What a replay tells: verdicts by operation, what was found where and since when, and what has
 * become of it from run to run; as text, as Markdown, as a page, and as results that later runs
 * read.
 */
package io.github.cleanroomscontract.conformance;
