/**
 * Payloads from the contract: valid ones, and ones that are broken in one way that is told. Plain
 * Java, for any test library and for none.
 */
package io.github.cleanroomscontract.generation;
