/**
 * A stand-in for the service: {@link io.github.cleanroomscontract.stub.ContractStub} checks every
 * request against the contract, answers as the service would, and remembers what calls create.
 * {@link io.github.cleanroomscontract.stub.Script} has it answer otherwise.
 */
package io.github.cleanroomscontract.stub;
