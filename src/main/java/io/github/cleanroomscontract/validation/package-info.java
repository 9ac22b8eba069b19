/**
 * Judges messages by the contract. {@link
 * io.github.cleanroomscontract.validation.ContractValidator} is the way in.
 */
package io.github.cleanroomscontract.validation;
