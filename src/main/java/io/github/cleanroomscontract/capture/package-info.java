/** Captured messages: where they are, what each of them is, and their judgement. */
package io.github.cleanroomscontract.capture;
