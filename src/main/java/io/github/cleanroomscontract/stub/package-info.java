/**
 * A stand-in for the service: {@link io.github.cleanroomscontract.stub.ContractStub} checks every
 * request against the contract, and answers as the service would.
 */
package io.github.cleanroomscontract.stub;
