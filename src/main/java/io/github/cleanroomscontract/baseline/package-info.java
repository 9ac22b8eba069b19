/** Findings that are known and do not count, until a day. */
package io.github.cleanroomscontract.baseline;
