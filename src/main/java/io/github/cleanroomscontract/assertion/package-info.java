/**
 * Assertions for payloads of any kind, for any test library: {@link
 * io.github.cleanroomscontract.assertion.ContractAssertions}.
 */
package io.github.cleanroomscontract.assertion;
